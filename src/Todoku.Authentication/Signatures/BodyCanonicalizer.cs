using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Todoku.Authentication.Signatures;

/// <summary>
/// Writes a body in canonical form (RFC 6376, sections 3.4.3 and 3.4.4). Lines end in CRLF; a bare CR or LF is an octet like any other.
/// Stretches without anything to change are passed on as they are.
/// </summary>
internal static class BodyCanonicalizer
{
    /// <summary>Writes the body.</summary>
    public static void Write(ReadOnlySpan<byte> body, Canonicalization canonicalization, HashWriter to)
    {
        if (canonicalization == Canonicalization.Simple) WriteSimple(body, to);
        else WriteRelaxed(body, to);
    }

    /// <summary>The body without the empty lines at its end; under relaxed a line of blanks is empty.</summary>
    public static ReadOnlySpan<byte> TrimEmptyLines(ReadOnlySpan<byte> body, Canonicalization canonicalization)
    {
        while (true)
        {
            if (canonicalization == Canonicalization.Relaxed) body = body.TrimEnd(" \t"u8);
            if (!body.EndsWith("\r\n"u8)) return body;
            body = body[..^2];
        }
    }

    /// <summary>Writes all lines with their ends, also the empty ones at the end.</summary>
    public static void WriteLines(ReadOnlySpan<byte> body, Canonicalization canonicalization, HashWriter to)
    {
        if (canonicalization == Canonicalization.Simple) to.Write(body);
        else WriteReduced(body.TrimEnd(" \t"u8), to);
    }

    /// <summary>Writes one line without its end.</summary>
    public static void WriteLine(ReadOnlySpan<byte> line, Canonicalization canonicalization, HashWriter to)
    {
        if (canonicalization == Canonicalization.Simple) to.Write(line);
        else WriteReduced(line.TrimEnd(" \t"u8), to);
    }

    // An empty body is one CRLF.
    private static void WriteSimple(ReadOnlySpan<byte> body, HashWriter to)
    {
        to.Write(TrimEmptyLines(body, Canonicalization.Simple));
        to.Write("\r\n"u8);
    }

    // An empty body stays empty.
    private static void WriteRelaxed(ReadOnlySpan<byte> body, HashWriter to)
    {
        body = TrimEmptyLines(body, Canonicalization.Relaxed);
        if (body.IsEmpty) return;
        WriteReduced(body, to);
        to.Write("\r\n"u8);
    }

    /// <summary>Writes octets with runs of blanks made one space, and none before a CRLF.</summary>
    public static void WriteReduced(ReadOnlySpan<byte> octets, HashWriter to)
    {
        while (true)
        {
            var at = NextRun(octets);
            if (at < 0)
            {
                to.Write(octets);
                return;
            }
            to.Write(octets[..at]);
            octets = octets[at..].TrimStart(" \t"u8);
            if (!octets.StartsWith("\r\n"u8)) to.Write((byte)' ');
        }
    }

    // Where the next blank stands that is not a single space between other octets: a tab, or a space before another blank or a CR; else -1.
    private static int NextRun(ReadOnlySpan<byte> octets)
    {
        var at = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            ref var first = ref MemoryMarshal.GetReference(octets);
            for (; at + Vector256<byte>.Count < octets.Length; at += Vector256<byte>.Count)
            {
                var here = Vector256.LoadUnsafe(ref first, (nuint)at);
                var next = Vector256.LoadUnsafe(ref first, (nuint)at + 1);
                var isTab = Vector256.Equals(here, Vector256.Create((byte)'\t'));
                var isSpace = Vector256.Equals(here, Vector256.Create((byte)' '));
                var endsLine = Vector256.Equals(next, Vector256.Create((byte)'\r')) | Vector256.Equals(next, Vector256.Create((byte)' '))
                    | Vector256.Equals(next, Vector256.Create((byte)'\t'));
                var found = (isTab | (isSpace & endsLine)).ExtractMostSignificantBits();
                if (found != 0) return at + System.Numerics.BitOperations.TrailingZeroCount(found);
            }
        }
        for (; at < octets.Length; at++)
        {
            if (octets[at] == '\t') return at;
            if (octets[at] == ' ' && (at + 1 == octets.Length || octets[at + 1] is (byte)'\r' or (byte)' ' or (byte)'\t')) return at;
        }
        return -1;
    }
}
