using System.Buffers;

namespace Todoku.Relay.Intake.Smtp;

/// <summary>Gathers a message until its header is complete: up to and with the empty line. Lines end in CRLF.</summary>
/// <param name="limit">The most octets of a header.</param>
internal sealed class HeaderCollector(int limit)
{
    private readonly ArrayBufferWriter<byte> _octets = new(4096);
    private int _searched;

    /// <summary>Whether the header has more octets than the limit.</summary>
    public bool IsTooLarge { get; private set; }

    /// <summary>The header with its empty line, when there is one.</summary>
    public ReadOnlyMemory<byte> Header { get; private set; }

    /// <summary>What came of the body with it.</summary>
    public ReadOnlyMemory<byte> Body { get; private set; }

    /// <summary>Takes octets; true when the header is complete.</summary>
    public bool Append(ReadOnlySpan<byte> octets)
    {
        _octets.Write(octets);
        var written = _octets.WrittenSpan;
        // A message that begins with an empty line has no header.
        var end = written.StartsWith("\r\n"u8) ? 2 : -1;
        if (end < 0)
        {
            var at = written[_searched..].IndexOf("\r\n\r\n"u8);
            if (at >= 0) end = _searched + at + 4;
            _searched = Math.Max(0, written.Length - 3);
        }
        if (end < 0 ? written.Length > limit : end > limit) IsTooLarge = true;
        if (end < 0) return false;
        Split(end);
        return true;
    }

    /// <summary>The message ended: all of it is header.</summary>
    public void End() => Split(_octets.WrittenCount);

    private void Split(int end)
    {
        Header = _octets.WrittenMemory[..end];
        Body = _octets.WrittenMemory[end..];
    }
}
