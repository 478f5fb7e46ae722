namespace Todoku.Cli.Explain;

/// <summary>Makes one text of what may be several lines: a multi-line reply is joined, of several log lines the last failed one is taken.</summary>
internal static class PastedText
{
    private static readonly string[] Failures = ["status=bounced", "status=deferred", "status=expired", " == ", " ** "];

    /// <summary>The text to explain; empty when there is none.</summary>
    public static string Choose(string input)
    {
        var lines = input.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length <= 1) return lines.Length == 0 ? "" : lines[0];
        if (!lines.Any(IsFailedDelivery)) return string.Join(' ', lines);
        return lines.Last(IsFailedDelivery);
    }

    private static bool IsFailedDelivery(string line) => Failures.Any(word => line.Contains(word, StringComparison.Ordinal));
}
