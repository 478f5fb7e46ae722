using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using Todoku.Mail;

namespace Todoku.Dns.Wire;

/// <summary>Reads the pieces of a message, which a stranger may have made: every step says whether there was such a piece.</summary>
internal ref struct MessageReader(ReadOnlySpan<byte> message)
{
    private const int PointerMark = 0xc0;

    private readonly ReadOnlySpan<byte> _message = message;

    /// <summary>Where the next piece begins.</summary>
    public int Position { get; set; }

    /// <summary>Reads 16 bits.</summary>
    public bool TryReadUInt16(out ushort value)
    {
        value = 0;
        if (!TryReadBytes(2, out var bytes)) return false;
        value = BinaryPrimitives.ReadUInt16BigEndian(bytes);
        return true;
    }

    /// <summary>Reads 32 bits.</summary>
    public bool TryReadUInt32(out uint value)
    {
        value = 0;
        if (!TryReadBytes(4, out var bytes)) return false;
        value = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        return true;
    }

    /// <summary>Reads octets.</summary>
    public bool TryReadBytes(int length, out ReadOnlySpan<byte> bytes)
    {
        bytes = default;
        if (length < 0 || length > _message.Length - Position) return false;
        bytes = _message.Slice(Position, length);
        Position += length;
        return true;
    }

    /// <summary>
    /// Reads a name (RFC 1035, section 4.1.4). A compression pointer must lead to before the place where the labels it continues began,
    /// so that a name can't lead back into itself; and the name has an end at 255 octets.
    /// </summary>
    public bool TryReadName([NotNullWhen(true)] out DomainName? name)
    {
        name = null;
        Span<char> text = stackalloc char[DomainName.MaxLength * 4 + 4];
        var length = 0;
        var octets = 0;
        var at = Position;
        var earliest = Position;
        var pointers = 0;
        while (true)
        {
            if (at >= _message.Length) return false;
            var size = _message[at++];
            if (size == 0) break;
            if ((size & PointerMark) == PointerMark)
            {
                if (at >= _message.Length || ++pointers > DnsLimits.Pointers) return false;
                var target = ((size & ~PointerMark) << 8) | _message[at++];
                if (target >= earliest) return false;
                if (pointers == 1) Position = at;
                at = earliest = target;
                continue;
            }
            octets += size + 1;
            if (size > DomainName.MaxLabelLength || octets > DomainName.MaxLength + 1 || at + size > _message.Length) return false;
            if (length > 0) text[length++] = '.';
            length += LabelText.Write(_message.Slice(at, size), text[length..]);
            at += size;
        }
        if (pointers == 0) Position = at;
        if (length > 0) return DomainName.TryParse(text[..length], out name);
        name = DomainName.Root;
        return true;
    }
}
