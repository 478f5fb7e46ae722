namespace Todoku.Smtp.Client.Wire;

/// <summary>Makes a stranger's octets fit for a message to a person.</summary>
internal static class PrintableText
{
    private const int MaxLength = 100;

    /// <summary>The first octets as printable ASCII, others as "?".</summary>
    public static string Of(ReadOnlySpan<byte> octets)
    {
        if (octets.Length > MaxLength) octets = octets[..MaxLength];
        return string.Create(octets.Length, octets, static (text, from) =>
        {
            for (var i = 0; i < text.Length; i++) text[i] = from[i] is >= 0x20 and <= 0x7E ? (char)from[i] : '?';
        });
    }

    /// <summary>The first characters of a text as printable ASCII, others as "?".</summary>
    public static string Of(string text) => string.Create(Math.Min(text.Length, MaxLength), text, static (shown, from) =>
    {
        for (var i = 0; i < shown.Length; i++) shown[i] = from[i] is >= ' ' and <= '~' ? from[i] : '?';
    });
}
