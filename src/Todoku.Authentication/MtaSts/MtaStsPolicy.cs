using System.Globalization;
using Todoku.Mail;

namespace Todoku.Authentication.MtaSts;

/// <summary>A policy of MTA-STS (RFC 8461, section 3.2).</summary>
/// <param name="Mode"><c>enforce</c>, <c>testing</c> or <c>none</c>.</param>
/// <param name="MaxAge">Seconds that a sender keeps it.</param>
/// <param name="Patterns">Names of the servers, as <c>mail.example.com</c> or <c>*.example.com</c>.</param>
public sealed record MtaStsPolicy(string Mode, long MaxAge, IReadOnlyList<string> Patterns)
{
    // About a year (RFC 8461, section 3.2).
    private const long MaxAgeLimit = 31_557_600;
    private const int MaxPatterns = 100;

    /// <summary>Reads a policy.</summary>
    /// <param name="text">The body.</param>
    /// <param name="fault">The first line that is wrong, or the key that is missing; empty when it can be read.</param>
    public static MtaStsPolicy? Parse(string text, out string fault)
    {
        ArgumentNullException.ThrowIfNull(text);
        fault = "";
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        List<string> patterns = [];
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan()[range].Trim(" \t\r");
            if (line.IsEmpty) continue;
            var colon = line.IndexOf(':');
            if (colon <= 0)
            {
                fault = line[..Math.Min(line.Length, 100)].ToString();
                return null;
            }
            var key = line[..colon].TrimEnd(" \t").ToString();
            var value = line[(colon + 1)..].Trim(" \t").ToString();
            // Of a key that may stand once, the first counts.
            if (key != "mx") fields.TryAdd(key, value);
            else if (patterns.Count < MaxPatterns) patterns.Add(value.ToLowerInvariant());
        }
        return Make(fields, patterns, out fault);
    }

    /// <summary>Whether a server's name fits one of the patterns; a <c>*</c> stands for one label (RFC 8461, section 4.1).</summary>
    public bool Matches(DomainName host)
    {
        ArgumentNullException.ThrowIfNull(host);
        var name = host.ToString();
        var rest = host.LabelCount > 1 ? host.Parent.ToString() : "";
        return Patterns.Any(pattern => pattern.TrimEnd('.') is var plain && (plain == name || (plain.StartsWith("*.", StringComparison.Ordinal) && plain.AsSpan(2).SequenceEqual(rest))));
    }

    private static MtaStsPolicy? Make(Dictionary<string, string> fields, List<string> patterns, out string fault)
    {
        if (fields.GetValueOrDefault("version") != "STSv1") return Wrong(fields, "version", out fault);
        if (fields.GetValueOrDefault("mode") is not ("enforce" or "testing" or "none")) return Wrong(fields, "mode", out fault);
        if (!long.TryParse(fields.GetValueOrDefault("max_age"), NumberStyles.None, CultureInfo.InvariantCulture, out var age) || age > MaxAgeLimit) return Wrong(fields, "max_age", out fault);
        if (patterns.Count == 0 && fields["mode"] != "none") return Wrong(fields, "mx", out fault);
        fault = "";
        return new MtaStsPolicy(fields["mode"], age, patterns);
    }

    private static MtaStsPolicy? Wrong(Dictionary<string, string> fields, string key, out string fault)
    {
        fault = fields.TryGetValue(key, out var value) ? $"{key}: {value[..Math.Min(value.Length, 100)]}" : key;
        return null;
    }
}
