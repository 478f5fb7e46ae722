using System.Text;
using Todoku.Dns;

namespace Todoku.Authentication.TagLists;

/// <summary>TXT records that begin with a version and go on with tags, as those of RFC 8460 and 8461 do.</summary>
public static class VersionedText
{
    // Far beyond any record of a few tags.
    private const int MaxLength = 4096;

    /// <summary>The records of a version, among whatever else stands at the name.</summary>
    public static IReadOnlyList<string> Of(DnsAnswer.Found found, string version)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(version);
        return [.. found.Records.OfType<DnsRecord.Text>().Where(record => record.Value.Length <= MaxLength).Select(record => Encoding.Latin1.GetString(record.Value.Span)).Where(IsOfVersion)];

        bool IsOfVersion(string text) => text.StartsWith(version, StringComparison.Ordinal) && text.AsSpan(version.Length).TrimStart(" \t") is [] or [';', ..];
    }

    /// <summary>The value of a tag; null when it is not there.</summary>
    public static string? Tag(string record, string name)
    {
        ArgumentNullException.ThrowIfNull(record);
        foreach (var range in record.AsSpan().Split(';'))
        {
            var field = record.AsSpan()[range];
            var equals = field.IndexOf('=');
            if (equals > 0 && field[..equals].Trim(" \t").SequenceEqual(name)) return field[(equals + 1)..].Trim(" \t").ToString();
        }
        return null;
    }
}
