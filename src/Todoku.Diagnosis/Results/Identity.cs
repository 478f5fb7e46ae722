namespace Todoku.Diagnosis;

/// <summary>
/// The sender's identities that the failures of a finding have in common; a part is empty when it is unknown, "several" is said by
/// the counts.
/// </summary>
public sealed record Identity
{
    /// <summary>The sending host.</summary>
    public string Host { get; init; } = "";

    /// <summary>The sending IP address, as the log or the replies tell it.</summary>
    public string SendingIp { get; init; } = "";

    /// <summary>The envelope sender's domain that fails most.</summary>
    public string EnvelopeDomain { get; init; } = "";

    /// <summary>
    /// The envelope domain when it is a domain of the sender's, whose DNS can hold SPF and DKIM records; empty when it is the host's own
    /// name, or the null sender.
    /// </summary>
    public string RecordDomain => EnvelopeDomain == "<>" || IsNameOf(EnvelopeDomain, Host) ? "" : EnvelopeDomain;

    /// <summary>How many envelope sender domains fail.</summary>
    public int EnvelopeDomains { get; init; }

    /// <summary>The submitter that most of the failed messages came from (<c>user apache</c>, <c>login info@example.com</c>, <c>client 192.0.2.1</c>).</summary>
    public string Submitter { get; init; } = "";

    /// <summary>How many submitters.</summary>
    public int Submitters { get; init; }

    /// <summary>The DKIM signing domain logged.</summary>
    public string DkimDomain { get; init; } = "";

    /// <summary>The DKIM selector logged.</summary>
    public string DkimSelector { get; init; } = "";

    /// <summary>The relay (smart host) that the mail went through; empty for direct delivery.</summary>
    public string Relay { get; init; } = "";

    // Logs often name the host without its domain.
    private static bool IsNameOf(string domain, string host) =>
        host.Length > 0 && domain.StartsWith(host, StringComparison.OrdinalIgnoreCase) && (domain.Length == host.Length || domain[host.Length] == '.');
}
