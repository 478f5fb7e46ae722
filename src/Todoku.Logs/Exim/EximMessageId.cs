using System.Buffers;

namespace Todoku.Logs.Exim;

/// <summary>
/// Exim's message id, its queue id at once: three groups of letters and digits, 6-6-2 long and since version 4.97 6-11-4 (Exim's
/// specification, section 3.4).
/// </summary>
internal static class EximMessageId
{
    private const int OldLength = 16;
    private const int NewLength = 23;

    private static readonly SearchValues<byte> Base62 =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    /// <summary>Splits <c>ID rest</c>; false when the text does not begin with an id and a space.</summary>
    public static bool TrySplit(ReadOnlySpan<byte> text, out ReadOnlySpan<byte> id, out ReadOnlySpan<byte> rest)
    {
        var length = LengthAt(text);
        var isId = length > 0 && length < text.Length && text[length] == ' ';
        id = isId ? text[..length] : default;
        rest = isId ? text[(length + 1)..] : default;
        return isId;
    }

    /// <summary>Length of an id at the start of a text, 0 when there is none.</summary>
    public static int LengthAt(ReadOnlySpan<byte> text)
    {
        if (text.Length < OldLength || text[6] != '-') return 0;
        if (text[13] == '-') return AreGroups(text, 13, OldLength) ? OldLength : 0;
        return text.Length >= NewLength && text[18] == '-' && AreGroups(text, 18, NewLength) ? NewLength : 0;
    }

    private static bool AreGroups(ReadOnlySpan<byte> text, int dash, int length) =>
        !text[..6].ContainsAnyExcept(Base62) && !text[7..dash].ContainsAnyExcept(Base62) && !text[(dash + 1)..length].ContainsAnyExcept(Base62);
}
