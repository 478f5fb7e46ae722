
namespace Todoku.Relay.Intake;

/// <summary>By which door mail comes in.</summary>
public enum IntakeDoor : byte
{
    /// <summary>SMTP without a password.</summary>
    Smtp,

    /// <summary>SMTP with a password.</summary>
    Submission,

    /// <summary><c>todoku sendmail</c>, by its socket or its folder.</summary>
    Sendmail,

    /// <summary><c>POST /v1/messages</c>.</summary>
    Http,
}
