using System.Text;
using Todoku.Dns;
using Todoku.Dns.Zones;

namespace Todoku.Apply.NameServers;

/// <summary>Texts as TXT records have them: cut into strings of 255 octets (RFC 1035, section 3.3).</summary>
internal static class TextRecord
{
    private const int MaxString = 255;

    /// <summary>The record of a text.</summary>
    public static DnsRecord.Text Of(string text)
    {
        var octets = Encoding.UTF8.GetBytes(text);
        return new DnsRecord.Text(octets, octets.Length == 0 ? [0] : [.. octets.Chunk(MaxString).Select(part => part.Length)]);
    }

    /// <summary>The text of a line of a zone file.</summary>
    /// <exception cref="IOException">It has none.</exception>
    public static string Read(string line) =>
        ZoneFile.Parse(line + "\n").Records is [{ Content: DnsRecord.Text text }] ? Encoding.UTF8.GetString(text.Value.Span) : throw new IOException($"no TXT record: {line}");
}
