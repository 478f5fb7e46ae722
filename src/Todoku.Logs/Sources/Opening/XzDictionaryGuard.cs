namespace Todoku.Logs.Sources.Opening;

/// <summary>
/// Watches an xz stream on its way to the decoder and stops it before a block whose dictionary is too large, since the decoder takes
/// that much memory at once. Follows the blocks by the sizes of their LZMA2 chunks (the .xz file format, sections 2.1, 3.1 and 5.3.1).
/// </summary>
/// <param name="stored">The input, at the beginning of a stream.</param>
/// <param name="maxDictionary">The largest dictionary, in bytes.</param>
internal sealed class XzDictionaryGuard(Stream stored, long maxDictionary) : ReadOnlyStream
{
    private const int StreamHeaderLength = 12;
    private const int MaxBlockHeaderLength = 1024;
    private const int CrcLength = 4;
    private const int Lzma2 = 0x21;

    private readonly byte[] _part = new byte[MaxBlockHeaderLength];
    private Place _place = Place.StreamHeader;
    private int _wanted = StreamHeaderLength;
    private int _have;
    private long _position;
    private int _checkLength;
    private byte _control;

    private enum Place
    {
        StreamHeader,
        BlockHeaderSize,
        BlockHeader,
        ChunkControl,
        ChunkSizes,
        ChunkData,
        PaddingAndCheck,
        Index,
    }

    /// <summary>How many bytes the chunks so far unpack to.</summary>
    public long Unpacked { get; private set; }

    /// <inheritdoc/>
    public override long Position { get => stored.Position; set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var count = stored.Read(buffer);
        Follow(buffer[..count]);
        return count;
    }

    /// <inheritdoc/>
    public override int ReadByte()
    {
        var value = stored.ReadByte();
        if (value >= 0) Follow([(byte)value]);
        return value;
    }

    private void Follow(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty && _place != Place.Index)
        {
            var count = Math.Min(bytes.Length, _wanted - _have);
            if (_place is not (Place.ChunkData or Place.PaddingAndCheck)) bytes[..count].CopyTo(_part.AsSpan(_have));
            _have += count;
            _position += count;
            bytes = bytes[count..];
            if (_have == _wanted) Next();
        }
    }

    private void Next()
    {
        switch (_place)
        {
            case Place.StreamHeader:
                _checkLength = CheckLength(_part[7] & 0x0F);
                Expect(Place.BlockHeaderSize, 1);
                break;
            case Place.BlockHeaderSize:
                if (_part[0] == 0) _place = Place.Index;
                else Expect(Place.BlockHeader, (_part[0] * 4) + 4 - 1 - CrcLength);
                break;
            case Place.BlockHeader:
                if (DictionarySize(_part.AsSpan(0, _wanted)) > maxDictionary) throw new WindowTooLargeException(maxDictionary);
                // The header's check sum comes next; it has the length of the "data" of an empty chunk.
                Expect(Place.ChunkData, CrcLength);
                break;
            case Place.ChunkControl:
                Control(_part[0]);
                break;
            case Place.ChunkSizes:
                Expect(Place.ChunkData, ChunkLength());
                break;
            case Place.ChunkData:
                Expect(Place.ChunkControl, 1);
                break;
            default:
                Expect(Place.BlockHeaderSize, 1);
                break;
        }
    }

    // 0 ends the block; 1 and 2 are stored as they are; from 0x80 on LZMA, its top bits tell which properties come along.
    private void Control(byte control)
    {
        _control = control;
        if (control is > 2 and < 0x80) throw new InvalidDataException("The xz data has a chunk of no known kind.");
        if (control is 1 or 2) Expect(Place.ChunkSizes, 2);
        else if (control >= 0x80) Expect(Place.ChunkSizes, control >= 0xC0 ? 5 : 4);
        else EndBlock();
    }

    private void EndBlock()
    {
        var padding = (int)((4 - (_position & 3)) & 3);
        if (padding + _checkLength > 0) Expect(Place.PaddingAndCheck, padding + _checkLength);
        else Expect(Place.BlockHeaderSize, 1);
    }

    private int ChunkLength()
    {
        if (_control < 0x80)
        {
            var length = ((_part[0] << 8) | _part[1]) + 1;
            Unpacked += length;
            return length;
        }
        Unpacked += ((_control & 0x1F) << 16) + ((_part[0] << 8) | _part[1]) + 1;
        return ((_part[2] << 8) | _part[3]) + 1;
    }

    private void Expect(Place place, int count) => (_place, _wanted, _have) = (place, count, 0);

    // The last filter of a block is LZMA2 with one byte of properties; what is no such header the decoder refuses itself.
    private static long DictionarySize(ReadOnlySpan<byte> header)
    {
        var flags = header[0];
        var at = 1;
        for (var sizes = (flags >> 6 & 1) + (flags >> 7); sizes > 0; sizes--) Number(header, ref at);
        for (var filters = (flags & 3) + 1; filters > 0 && at < header.Length; filters--)
        {
            var id = Number(header, ref at);
            var properties = Number(header, ref at);
            if (id == Lzma2 && properties == 1 && at < header.Length) return DictionarySize(header[at] & 0x3F);
            at = (int)Math.Min(header.Length, at + Math.Min(properties, header.Length));
        }
        return 0;
    }

    private static long DictionarySize(int bits) => bits >= 40 ? uint.MaxValue : (2L | ((uint)bits & 1)) << ((bits / 2) + 11);

    // Seven bits a byte, the lowest first (section 1.2).
    private static long Number(ReadOnlySpan<byte> header, ref int at)
    {
        var value = 0L;
        for (var shift = 0; at < header.Length && shift < 63; shift += 7)
        {
            var part = header[at++];
            value |= (long)(part & 0x7F) << shift;
            if (part < 0x80) break;
        }
        return value;
    }

    // Section 2.1.1.2: ids 1 to 3 take 4 bytes, 4 to 6 take 8, 7 to 9 16, 10 to 12 32, 13 to 15 64.
    private static int CheckLength(int id) => id == 0 ? 0 : 4 << ((id - 1) / 3);
}
