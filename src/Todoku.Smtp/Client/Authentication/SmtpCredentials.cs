namespace Todoku.Smtp.Client.Authentication;

/// <summary>A user name and password for a smart host.</summary>
/// <param name="User">The user name.</param>
/// <param name="Password">The password.</param>
public sealed record SmtpCredentials(string User, string Password)
{
    /// <summary>Whether the password may go over a connection without TLS; true only for servers on this machine.</summary>
    /// <value>False.</value>
    public bool AllowInClear { get; init; }

    /// <summary>The user name alone: a password is never shown.</summary>
    public override string ToString() => $"{User}:********";
}
