using System.Buffers;

namespace Todoku.Logs.Postfix;

/// <summary>
/// Splits <c>QUEUEID: rest</c>. Short ids are upper-case hexadecimal, 5 digits or more, and used again; long ids are letters and digits
/// (postconf(5), enable_long_queue_ids).
/// </summary>
internal static class QueueIdText
{
    private const int MinLength = 5;
    private const int MinLongLength = 12;
    private const int MaxLength = 24;

    private static readonly SearchValues<byte> IdBytes =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    private static readonly SearchValues<byte> ShortIdBytes = SearchValues.Create("0123456789ABCDEF"u8);

    /// <summary>Splits a text; false when it does not start with a queue id.</summary>
    public static bool TrySplit(ReadOnlySpan<byte> text, out ReadOnlySpan<byte> queueId, out ReadOnlySpan<byte> rest)
    {
        queueId = rest = default;
        var end = text[..Math.Min(text.Length, MaxLength + 1)].IndexOf((byte)':');
        if (end < MinLength || end + 1 >= text.Length || text[end + 1] != ' ' || !LooksLikeId(text[..end])) return false;
        queueId = text[..end];
        rest = text[(end + 2)..];
        return true;
    }

    /// <summary>Whether a text is a queue id and nothing else.</summary>
    public static bool IsId(ReadOnlySpan<byte> text) => text.Length is >= MinLength and <= MaxLength && LooksLikeId(text);

    // "warning: " or "fatal: " has the same form; ids are hexadecimal capitals, or long with at least one digit.
    private static bool LooksLikeId(ReadOnlySpan<byte> id) =>
        !id.ContainsAnyExcept(ShortIdBytes)
        || (id.Length >= MinLongLength && id.ContainsAnyInRange((byte)'0', (byte)'9') && !id.ContainsAnyExcept(IdBytes));
}
