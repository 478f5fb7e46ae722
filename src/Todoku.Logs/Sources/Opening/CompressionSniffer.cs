namespace Todoku.Logs.Sources.Opening;

/// <summary>Tells compression by content; names of rotated files say too little (<c>mail.log.2</c> of a compressing rotator).</summary>
internal static class CompressionSniffer
{
    /// <summary>How many bytes of the input are needed.</summary>
    public const int HeadLength = 10;

    /// <summary>Looks at the first bytes.</summary>
    public static Compression Sniff(ReadOnlySpan<byte> head)
    {
        // 1f 8b and the only method there is, deflate (RFC 1952, section 2.3.1).
        if (head.StartsWith<byte>([0x1f, 0x8b, 8])) return Compression.Gzip;
        // "BZh", the block size, and the start of a block or of the end of an empty stream.
        if (head.StartsWith("BZh"u8) && head.Length >= 10 && head[3] is >= (byte)'1' and <= (byte)'9'
            && (head[4..10].SequenceEqual<byte>([0x31, 0x41, 0x59, 0x26, 0x53, 0x59])
                || head[4..10].SequenceEqual<byte>([0x17, 0x72, 0x45, 0x38, 0x50, 0x90]))) return Compression.Bzip2;
        if (head.StartsWith<byte>([0xfd, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0])) return Compression.Xz;
        // A frame, or a skippable frame before it (RFC 8878, sections 3.1.1 and 3.1.2).
        if (head.StartsWith<byte>([0x28, 0xb5, 0x2f, 0xfd])) return Compression.Zstandard;
        if (head.Length >= 4 && (head[0] & 0xf0) == 0x50 && head[1..4].SequenceEqual<byte>([0x2a, 0x4d, 0x18])) return Compression.Zstandard;
        return Compression.None;
    }
}
