namespace Todoku.Logs.Envelopes.Formats;

/// <summary>Terminal colours as <c>docker compose logs</c> writes them: control sequences <c>ESC [ parameters letter</c> (ECMA-48, 5.4).</summary>
internal static class AnsiSequence
{
    private const int MaxLength = 32;

    /// <summary>Length of the sequence at the start of a text, 0 when there is none.</summary>
    public static int LengthAt(ReadOnlySpan<byte> text)
    {
        if (text.Length < 3 || text[0] != 0x1b || text[1] != '[') return 0;
        for (var at = 2; at < text.Length && at < MaxLength; at++)
        {
            if (text[at] is >= 0x40 and <= 0x7e) return at + 1;
            if (text[at] is < 0x20 or > 0x7e) return 0;
        }
        return 0;
    }

    /// <summary>The text after all sequences at its start.</summary>
    public static ReadOnlySpan<byte> Skip(ReadOnlySpan<byte> text)
    {
        while (LengthAt(text) is > 0 and var length) text = text[length..];
        return text;
    }
}
