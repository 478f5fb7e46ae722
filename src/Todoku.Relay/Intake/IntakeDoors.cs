using Todoku.Smtp.Server;

namespace Todoku.Relay.Intake;

/// <summary>Knows the door of a client.</summary>
internal static class IntakeDoors
{
    /// <summary>The name of sessions that are none of SMTP.</summary>
    public const string HttpSession = "http";

    /// <summary>The door that a client came by.</summary>
    public static IntakeDoor Of(SmtpClientInfo client) => client switch
    {
        { LocalUserId: not null } => IntakeDoor.Sendmail,
        { SessionId: HttpSession } => IntakeDoor.Http,
        { User: not null } => IntakeDoor.Submission,
        _ => IntakeDoor.Smtp,
    };
}
