using Todoku.Mail;

namespace Todoku.Diagnosis.Checks;

/// <summary>A DKIM selector, and how much is known of it.</summary>
/// <param name="Selector">Its name, before <c>._domainkey</c>.</param>
/// <param name="Domain">The signing domain (d=).</param>
/// <param name="Origin">Where it comes from.</param>
public sealed record SelectorHint(string Selector, DomainName Domain, SelectorOrigin Origin)
{
    /// <summary>The name of the service whose selector it is; empty where that is not known.</summary>
    public string Service { get; init; } = "";

    /// <summary>When it was last seen to sign; null where that is not known.</summary>
    public DateTimeOffset? LastSeen { get; init; }

    /// <summary>The file of its private key on this host; empty where that is not known.</summary>
    public string KeyFile { get; init; } = "";
}
