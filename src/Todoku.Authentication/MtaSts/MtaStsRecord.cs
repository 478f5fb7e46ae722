using System.Diagnostics.CodeAnalysis;
using Todoku.Authentication.TagLists;
using Todoku.Mail;

namespace Todoku.Authentication.MtaSts;

/// <summary>The record that says that a domain has a policy, and when it changed (RFC 8461, section 3.1).</summary>
public static class MtaStsRecord
{
    /// <summary>What it begins with.</summary>
    public const string Version = "v=STSv1";

    private const int MaxId = 32;

    /// <summary>Where it stands.</summary>
    public static bool TryName(DomainName domain, [NotNullWhen(true)] out DomainName? name)
    {
        ArgumentNullException.ThrowIfNull(domain);
        return domain.TryPrepend("_mta-sts", out name);
    }

    /// <summary>The id of the policy, new with each change of it; null when the record has none that is valid.</summary>
    public static string? IdOf(string record) => VersionedText.Tag(record, "id") is { Length: > 0 and <= MaxId } id && id.All(char.IsAsciiLetterOrDigit) ? id : null;
}
