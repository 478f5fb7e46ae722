using System.Text;

namespace Todoku.Smtp.Data;

/// <summary>Counts the Received fields of a message while it comes in: mail that goes round in a circle has many (RFC 5321, section 6.3).</summary>
public struct ReceivedCount
{
    private const int NameLength = 9;

    private NameOctets _line;
    private int _length;
    private bool _isAtEnd;

    /// <summary>How many there are so far.</summary>
    public int Count { readonly get; private set; }

    /// <summary>Looks at the next octets of the message, cut at any place.</summary>
    public void Look(ReadOnlySpan<byte> octets)
    {
        while (!_isAtEnd && !octets.IsEmpty)
        {
            var end = octets.IndexOf((byte)'\n');
            var part = end < 0 ? octets : octets[..end];
            // The first octets of a line are kept: they tell a field's name, and an empty line, which ends the header.
            var room = Math.Min(part.Length, NameLength - Math.Min(_length, NameLength));
            part[..room].CopyTo(((Span<byte>)_line)[Math.Min(_length, NameLength)..]);
            _length = (int)Math.Min((long)_length + part.Length, int.MaxValue);
            if (end < 0) return;
            EndLine();
            octets = octets[(end + 1)..];
        }
    }

    private void EndLine()
    {
        ReadOnlySpan<byte> line = ((Span<byte>)_line)[..Math.Min(_length, NameLength)];
        if (line.IsEmpty || (_length == 1 && line[0] == '\r')) _isAtEnd = true;
        else if (Ascii.EqualsIgnoreCase(line, "received:"u8)) Count++;
        _length = 0;
    }

    [System.Runtime.CompilerServices.InlineArray(NameLength)]
    private struct NameOctets
    {
        private byte _first;
    }
}
