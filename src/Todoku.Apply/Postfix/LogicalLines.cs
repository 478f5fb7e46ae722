namespace Todoku.Apply.Postfix;

/// <summary>
/// Lines of Postfix's files as it puts them together: a line that begins with white space continues the last one; empty ones and comments, also with white space
/// before them, are passed over even between the two (postconf(5), access(5), master(5)).
/// </summary>
internal static class LogicalLines
{
    /// <summary>The lines with their ends.</summary>
    public static List<string> Split(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(text[start..end]);
            start = end;
        }
        return lines;
    }

    /// <summary>The places of the lines of each logical line.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> Of(IReadOnlyList<string> lines)
    {
        var all = new List<List<int>>();
        for (var i = 0; i < lines.Count; i++)
        {
            var text = lines[i].Trim();
            if (text.Length == 0 || text[0] == '#') continue;
            if (!char.IsWhiteSpace(lines[i][0])) all.Add([i]);
            else if (all.Count > 0) all[^1].Add(i);
        }
        return all;
    }

    /// <summary>What ends a line.</summary>
    public static string EndOf(string line) => line.EndsWith("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    /// <summary>Gives the last line an end when it has none.</summary>
    public static void EndLast(List<string> lines)
    {
        if (lines.Count > 0 && !lines[^1].EndsWith('\n')) lines[^1] += "\n";
    }
}
