using System.Text.Json;
using Todoku.Authentication.Dmarc.Discovery;

namespace Todoku.Cli.Dmarc;

/// <summary>An organisational domain for a program.</summary>
internal static class OrganizationJson
{
    /// <summary>Writes the properties.</summary>
    public static void Write(Utf8JsonWriter json, string asked, OrganizationLookup lookup)
    {
        json.WriteString("result"u8, AsWritten(asked, lookup));
        json.WriteString("org_domain"u8, lookup.Domain?.ToString());
        json.WriteString("org_rule"u8, DmarcJson.Word(lookup.Rule));
        DmarcJson.WriteSteps(json, lookup.Queries);
    }

    /// <summary>
    /// The organisational domain with the labels as they were asked for; null when it isn't known, or when the name is a public suffix and so has none.
    /// </summary>
    public static string? AsWritten(string asked, OrganizationLookup lookup)
    {
        if (lookup.Domain is null || lookup.IsPublicSuffix) return null;
        var labels = asked.Trim().TrimEnd('.').ToLowerInvariant().Split('.', '。');
        return labels.Length < lookup.Domain.LabelCount ? lookup.Domain.ToString() : string.Join('.', labels[^lookup.Domain.LabelCount..]);
    }
}
