using System.IO.Compression;
using SharpCompress.Compressors.BZip2;
using ZstdSharp.Unsafe;

namespace Todoku.Logs.Sources.Opening;

/// <summary>Makes the decoder of a compressed input. All of them read on over parts written one after another.</summary>
internal static class Decoders
{
    // Decoders that fill the caller's buffer bit by bit lose what they had when they throw; small steps keep the loss small.
    private const int SmallStep = 64;
    private const int ZstandardStep = 4096;

    /// <summary>The largest window of a Zstandard frame, in bits: 128 MiB, what <c>zstd</c> itself reads without being told to.</summary>
    public const int MaxZstandardWindowLog = 27;

    /// <summary>
    /// Without this switch the runtime takes a gzip file that ends early for a whole one. It must be set before the first use of
    /// <see cref="DeflateStream"/> in the process.
    /// </summary>
    static Decoders() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    /// <summary>Makes a decoder.</summary>
    /// <param name="compression">How the input is compressed.</param>
    /// <param name="stored">The input.</param>
    /// <param name="step">The most bytes to ask it for at once.</param>
    public static Stream Create(Compression compression, StoredStream stored, out int step)
    {
        step = compression switch
        {
            Compression.Bzip2 or Compression.Xz => SmallStep,
            Compression.Zstandard => ZstandardStep,
            _ => int.MaxValue,
        };
        stored.ReadsExactly = compression is Compression.Bzip2 or Compression.Xz;
        return compression switch
        {
            Compression.Gzip => new GZipStream(stored, CompressionMode.Decompress, leaveOpen: true),
            Compression.Bzip2 => new JoinedStreams(
                stored, input => BZip2Stream.Create(input, SharpCompress.Compressors.CompressionMode.Decompress, false, leaveOpen: true)),
            Compression.Xz => new JoinedStreams(stored, input => new XzLogStream(input)),
            Compression.Zstandard => Zstandard(stored),
            _ => stored,
        };
    }

    private static ZstdSharp.DecompressionStream Zstandard(Stream stored)
    {
        var decoder = new ZstdSharp.DecompressionStream(stored, leaveOpen: true);
        decoder.SetParameter(ZSTD_dParameter.ZSTD_d_windowLogMax, MaxZstandardWindowLog);
        return decoder;
    }
}
