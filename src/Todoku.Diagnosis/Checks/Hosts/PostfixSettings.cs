using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Todoku.Diagnosis.Checks.Hosts;

/// <summary>Settings of Postfix as <c>postconf</c> prints them, with <c>$name</c> filled in (postconf(5)).</summary>
public sealed class PostfixSettings
{
    private const int MaxDepth = 10;
    private const int MaxLength = 10_000;

    private static readonly string[] Names =
    [
        "myhostname", "mydomain", "myorigin", "relayhost", "smtp_helo_name", "smtp_bind_address", "smtp_bind_address6", "inet_interfaces", "inet_protocols", "mydestination",
        "virtual_alias_domains", "virtual_mailbox_domains", "sender_canonical_maps", "canonical_maps", "smtp_generic_maps", "sender_dependent_relayhost_maps",
        "sender_dependent_default_transport_maps", "smtpd_milters", "non_smtpd_milters",
        "mynetworks", "smtpd_tls_cert_file", "smtpd_tls_key_file",
    ];

    private readonly Dictionary<string, string> _values;

    private PostfixSettings(Dictionary<string, string> values) => _values = values;

    /// <summary>Asks Postfix; null when there is none here.</summary>
    public static async Task<PostfixSettings?> ReadAsync(IHost host, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(host);
        // Without -x, which Postfix has since 2.10, the references are left to us.
        var output = await host.RunAsync("postconf", ["-x", .. Names], cancellationToken).ConfigureAwait(false)
            ?? await host.RunAsync("postconf", Names, cancellationToken).ConfigureAwait(false);
        return output is null || Parse(output) is not { _values.Count: > 0 } settings ? null : settings;
    }

    /// <summary>Reads lines of <c>name = value</c>.</summary>
    public static PostfixSettings Parse(string output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var range in output.AsSpan().Split('\n'))
        {
            var line = output.AsSpan()[range];
            var equals = line.IndexOf('=');
            if (equals > 0) values.TryAdd(line[..equals].Trim().ToString(), line[(equals + 1)..].Trim().ToString());
        }
        return new PostfixSettings(values);
    }

    /// <summary>A setting; empty when it is empty or not known.</summary>
    public string this[string name] => _values.TryGetValue(name, out var value) ? Expand(value, 0) : "";

    /// <summary>The words of a setting that is a list.</summary>
    public IReadOnlyList<string> List(string name) => this[name].Split((char[])[' ', ',', '\t'], StringSplitOptions.RemoveEmptyEntries);

    // $name, ${name}, $(name); conditions such as ${name?text} stay, and nobody takes them for a name.
    private string Expand(string value, int depth)
    {
        if (depth > MaxDepth || !value.Contains('$', StringComparison.Ordinal)) return value;
        var text = new StringBuilder();
        for (var i = 0; i < value.Length && text.Length < MaxLength; i++)
        {
            if (value[i] == '$' && TryName(value, i + 1, out var name, out var end) && _values.TryGetValue(name, out var inner))
            {
                text.Append(Expand(inner, depth + 1));
                i = end - 1;
            }
            else
            {
                text.Append(value[i]);
            }
        }
        return text.Length <= MaxLength ? text.ToString() : text.ToString(0, MaxLength);
    }

    private static bool TryName(string value, int from, [NotNullWhen(true)] out string? name, out int end)
    {
        name = null;
        var close = from < value.Length ? value[from] switch { '{' => '}', '(' => ')', _ => '\0' } : '\0';
        var start = close == '\0' ? from : from + 1;
        end = start;
        while (end < value.Length && (char.IsAsciiLetterOrDigit(value[end]) || value[end] == '_')) end++;
        if (end == start || (close != '\0' && (end >= value.Length || value[end] != close))) return false;
        name = value[start..end];
        if (close != '\0') end++;
        return true;
    }
}
