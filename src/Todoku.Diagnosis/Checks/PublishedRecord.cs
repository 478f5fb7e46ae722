using System.Globalization;
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

    // Octets that are not printable as \DDD (RFC 1035, section 5.1), so that no text breaks out of its line.
    private static string Quote(string text)
    {
        var quoted = new StringBuilder();
        foreach (var part in Encoding.UTF8.GetBytes(text).DefaultIfEmpty().Chunk(MaxString))
        {
            quoted.Append(quoted.Length > 0 ? " \"" : "\"");
            foreach (var octet in text.Length == 0 ? [] : part)
            {
                if (octet is (byte)'"' or (byte)'\\') quoted.Append('\\').Append((char)octet);
                else if (octet is >= (byte)' ' and < 0x7f) quoted.Append((char)octet);
                else quoted.Append('\\').Append(octet.ToString("000", CultureInfo.InvariantCulture));
            }
            quoted.Append('"');
        }
        return quoted.ToString();
    }
}
