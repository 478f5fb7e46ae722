using System.Buffers.Text;

namespace Todoku.Logs.Exim;

/// <summary>Times as Exim writes them: <c>0.243s</c>, <c>13s</c>, <c>2m5s</c>, <c>1h</c>, <c>3d12h</c>, <c>1w2d</c>.</summary>
internal static class EximDuration
{
    private const int MaxParts = 6;

    /// <summary>Reads a time in seconds; negative when it is none.</summary>
    public static float Read(ReadOnlySpan<byte> text)
    {
        float total = 0;
        for (var i = 0; i < MaxParts && !text.IsEmpty; i++)
        {
            if (!Utf8Parser.TryParse(text, out float value, out var digits) || digits >= text.Length) return -1;
            var unit = SecondsOf(text[digits]);
            if (unit == 0 || value < 0) return -1;
            total += value * unit;
            text = text[(digits + 1)..];
        }
        return text.IsEmpty ? total : -1;
    }

    private static int SecondsOf(byte unit) => (char)unit switch
    {
        's' => 1,
        'm' => 60,
        'h' => 3600,
        'd' => 86_400,
        'w' => 604_800,
        _ => 0,
    };
}
