namespace Todoku.Authentication.Signatures.Evidence;

/// <summary>
/// Finds out why a body's hash is not the signed one, by undoing one usual change after the other. Every try is one pass over the body; cuts at
/// the first and the last <see cref="MaxCuts"/> lines are one pass together.
/// </summary>
internal static class BodyExplainer
{
    /// <summary>How many line ends, from the beginning and from the end of the body, are tried as the end of what was signed.</summary>
    public const int MaxCuts = 20_000;

    private const int MaxBannerLines = 60;
    private const int MaxBannerBody = 512 * 1024;

    /// <summary>Explains; null when nothing fits.</summary>
    public static BodyEvidence? Explain(ReadOnlyMemory<byte> body, SignatureField signature)
    {
        var form = signature.BodyCanonicalization;
        if (Hashes([], form, signature)) return new BodyEvidence.SignedEmpty();
        if (signature.BodyLength is null && FindCut(body.Span, signature) is { } appended) return appended;
        var other = form == Canonicalization.Simple ? Canonicalization.Relaxed : Canonicalization.Simple;
        if (Hashes(body.Span, other, signature)) return new BodyEvidence.OtherCanonicalization(other);
        if (HashesRaw(body.Span, form, trailing: true, signature)) return new BodyEvidence.SignedTrailingLines();
        if (HashesRaw(body.Span, form, trailing: false, signature)) return new BodyEvidence.SignedWithoutLastLineEnd();
        if (form == Canonicalization.Simple && HashesLines(body.Span, static line => line.TrimEnd(" \t"u8), signature)) return new BodyEvidence.TrailingBlanks();
        if (HashesLines(body.Span, static line => line.StartsWith(".."u8) ? line[1..] : line, signature)) return new BodyEvidence.DotsDoubled();
        if (Changes.DoubleDots(body.Span) is { } doubled && Hashes(doubled, form, signature)) return new BodyEvidence.SignedDotsDoubled();
        if (Changes.ToCrlf(body.Span) is { } travelled && Hashes(travelled, form, signature)) return new BodyEvidence.LineEnds();
        if (HashesUnix(body.Span, form, signature)) return new BodyEvidence.SignedWithUnixLineEnds();
        return FindBanner(body.Span, signature);
    }

    private static bool Hashes(ReadOnlySpan<byte> body, Canonicalization form, SignatureField signature)
    {
        using var writer = new HashWriter(signature.BodyLength ?? long.MaxValue);
        BodyCanonicalizer.Write(body, form, writer);
        return IsSigned(writer, signature);
    }

    // With the empty lines at the end, or without even the last line end.
    private static bool HashesRaw(ReadOnlySpan<byte> body, Canonicalization form, bool trailing, SignatureField signature)
    {
        using var writer = new HashWriter(signature.BodyLength ?? long.MaxValue);
        if (trailing) BodyCanonicalizer.WriteLines(body, form, writer);
        else BodyCanonicalizer.WriteLine(BodyCanonicalizer.TrimEmptyLines(body, form), form, writer);
        return IsSigned(writer, signature);
    }

    private static bool HashesLines(ReadOnlySpan<byte> body, LineChange change, SignatureField signature)
    {
        using var writer = new HashWriter(signature.BodyLength ?? long.MaxValue);
        var pending = 0;
        while (!body.IsEmpty)
        {
            var line = change(NextLine(ref body, out _));
            if (line.IsEmpty)
            {
                pending++;
                continue;
            }
            for (; pending > 0; pending--) writer.Write("\r\n"u8);
            BodyCanonicalizer.WriteLine(line, signature.BodyCanonicalization, writer);
            writer.Write("\r\n"u8);
        }
        return IsSigned(writer, signature);
    }

    private static bool HashesUnix(ReadOnlySpan<byte> body, Canonicalization form, SignatureField signature)
    {
        using var writer = new HashWriter(signature.BodyLength ?? long.MaxValue);
        body = BodyCanonicalizer.TrimEmptyLines(body, form);
        while (!body.IsEmpty)
        {
            BodyCanonicalizer.WriteLine(NextLine(ref body, out _), form, writer);
            writer.Write((byte)'\n');
        }
        return IsSigned(writer, signature);
    }

    private static BodyEvidence.Appended? FindCut(ReadOnlySpan<byte> body, SignatureField signature)
    {
        var form = signature.BodyCanonicalization;
        var lines = body.Count("\r\n"u8);
        var rest = body;
        using var writer = new HashWriter();
        var pending = 0;
        for (var number = 1; !rest.IsEmpty; number++)
        {
            var line = NextLine(ref rest, out var isEnded);
            if (form == Canonicalization.Relaxed) line = line.TrimEnd(" \t"u8);
            if (line.IsEmpty)
            {
                pending++;
                continue;
            }
            for (; pending > 0; pending--) writer.Write("\r\n"u8);
            BodyCanonicalizer.WriteLine(line, form, writer);
            writer.Write("\r\n"u8);
            if (!isEnded || (number > MaxCuts && number < lines - MaxCuts)) continue;
            if (writer.CurrentOfMany().AsSpan().SequenceEqual(signature.BodyHash))
                return new BodyEvidence.Appended(body.Length - rest.Length, number + 1, rest.Length);
        }
        return null;
    }

    private static BodyEvidence.Prepended? FindBanner(ReadOnlySpan<byte> body, SignatureField signature)
    {
        if (body.Length > MaxBannerBody) return null;
        var rest = body;
        for (var lines = 1; lines <= MaxBannerLines && !rest.IsEmpty; lines++)
        {
            NextLine(ref rest, out _);
            if (Hashes(rest, signature.BodyCanonicalization, signature)) return new BodyEvidence.Prepended(lines, body.Length - rest.Length);
        }
        return null;
    }

    private static ReadOnlySpan<byte> NextLine(ref ReadOnlySpan<byte> rest, out bool isEnded)
    {
        var end = rest.IndexOf("\r\n"u8);
        isEnded = end >= 0;
        var line = isEnded ? rest[..end] : rest;
        rest = isEnded ? rest[(end + 2)..] : default;
        return line;
    }

    private static bool IsSigned(HashWriter writer, SignatureField signature) => writer.Current().AsSpan().SequenceEqual(signature.BodyHash);

    private delegate ReadOnlySpan<byte> LineChange(ReadOnlySpan<byte> line);

    private static class Changes
    {
        private const int MaxBody = 16 * 1024 * 1024;

        // Null when there is nothing to change.
        public static byte[]? ToCrlf(ReadOnlySpan<byte> body)
        {
            if (body.Length > MaxBody) return null;
            var changed = new List<byte>(body.Length + (body.Length / 32));
            for (var i = 0; i < body.Length; i++)
            {
                if (body[i] is not ((byte)'\r' or (byte)'\n'))
                {
                    changed.Add(body[i]);
                    continue;
                }
                changed.AddRange("\r\n"u8);
                if (body[i] == '\r' && i + 1 < body.Length && body[i + 1] == '\n') i++;
            }
            return changed.Count == body.Length ? null : [.. changed];
        }

        public static byte[]? DoubleDots(ReadOnlySpan<byte> body)
        {
            if (body.Length > MaxBody || (!body.StartsWith("."u8) && body.IndexOf("\r\n."u8) < 0)) return null;
            var changed = new List<byte>(body.Length + 64);
            while (!body.IsEmpty)
            {
                var line = NextLine(ref body, out var isEnded);
                if (line.StartsWith("."u8)) changed.Add((byte)'.');
                changed.AddRange(line);
                if (isEnded) changed.AddRange("\r\n"u8);
            }
            return [.. changed];
        }
    }
}
