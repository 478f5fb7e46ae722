namespace Todoku.Diagnosis.Reports.Text;

/// <summary>The telling part of a log line for a place too narrow for all of it: the remote server's words, else what follows the status.</summary>
internal static class EvidenceExcerpt
{
    private static readonly string[] Starts = [" said: ", " refused to talk to me: ", "status=", "warning: ", "fatal: "];

    /// <summary>The excerpt, on one line, runs of spaces made one.</summary>
    public static string Of(string line) => string.Join(' ', Cut(line).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string Cut(string line)
    {
        // The parenthesis that encloses all that is said.
        if (line.EndsWith(')') && line.Contains(" (", StringComparison.Ordinal)) line = line[..^1];
        foreach (var start in Starts)
        {
            var at = line.IndexOf(start, StringComparison.Ordinal);
            if (at < 0) continue;
            return start.EndsWith("status=", StringComparison.Ordinal) || start[0] != ' ' ? line[at..] : line[(at + start.Length)..];
        }
        return line;
    }
}
