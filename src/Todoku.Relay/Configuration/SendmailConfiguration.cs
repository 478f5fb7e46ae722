namespace Todoku.Relay.Configuration;

/// <summary>Mail by <c>todoku sendmail</c>.</summary>
public sealed record SendmailConfiguration
{
    /// <summary>The socket that it hands mail to.</summary>
    /// <value><c>/run/todoku/sendmail.sock</c>.</value>
    public string Socket { get; init; } = "/run/todoku/sendmail.sock";

    /// <summary>The folder where it leaves mail while the relay is down.</summary>
    /// <value><c>/var/spool/todoku</c>.</value>
    public string Spool { get; init; } = "/var/spool/todoku";
}
