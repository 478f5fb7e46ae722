using System.Text;
using Todoku.Dns;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks;

/// <summary>A record that is to be published.</summary>
/// <param name="Name">Its owner.</param>
/// <param name="Type">Its type.</param>
/// <param name="Value">What it holds: a TXT's text without quotes, else as a master file has it.</param>
public sealed record PublishedRecord(DomainName Name, DnsRecordType Type, string Value)
{
    // RFC 1035, section 3.3: a string of a TXT record has 255 octets at most.
    private const int MaxString = 255;

    /// <summary>The record as a line of a master file (RFC 1035, section 5), a long text in several strings.</summary>
    public string ToMasterFileLine() => $"{Name}. IN {Type} {(Type == DnsRecordType.TXT ? Quote(Value) : Value)}";

    private static string Quote(string text)
    {
        var quoted = new StringBuilder();
        for (var from = 0; from == 0 || from < text.Length; from += MaxString)
        {
            if (from > 0) quoted.Append(' ');
            var part = text.AsSpan(from, Math.Min(MaxString, text.Length - from)).ToString();
            quoted.Append('"').Append(part.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"');
        }
        return quoted.ToString();
    }
}
