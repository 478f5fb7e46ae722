namespace Todoku.Mail;

/// <summary>How a message came into the mail server, from its own log.</summary>
public enum SubmitterKind : byte
{
    /// <summary>The log does not tell (the arrival lines are missing).</summary>
    Unknown,

    /// <summary>A local program through sendmail(1): the name is the user (<c>apache</c>, <c>www-data</c>, a uid).</summary>
    LocalUser,

    /// <summary>An authenticated client: the name is the SASL user.</summary>
    Authenticated,

    /// <summary>An unauthenticated network client: the name is its address.</summary>
    Client,

    /// <summary>The mail server itself (bounce notices).</summary>
    Server,
}
