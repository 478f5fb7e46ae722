using System.Globalization;

namespace Todoku.Apply.Files;

/// <summary>Writes what changes in a file as a unified diff, which <c>patch</c> reads, too.</summary>
public static class UnifiedDiff
{
    private const int Context = 3;
    private const string NoFile = "/dev/null";

    // Of a larger difference the changed lines are shown as one block.
    private const int MaxCells = 4_000_000;

    /// <summary>The lines of the diff, readable, without line ends; none when nothing changes.</summary>
    /// <param name="edit">The change. Of a file of secrets only the first word of each line is shown.</param>
    public static IReadOnlyList<string> Of(FileEdit edit)
    {
        ArgumentNullException.ThrowIfNull(edit);
        if (!edit.IsChange) return [];
        var (before, after) = (Lines(edit.Before), Lines(edit.After));
        var lines = new List<string> { $"--- {(edit.Before is null ? NoFile : edit.Path)}", $"+++ {(edit.After is null ? NoFile : edit.Path)}" };
        var script = Script(before, after);
        for (var i = 0; i < script.Count;)
        {
            if (script[i].Mark == ' ')
            {
                i++;
                continue;
            }
            var start = Math.Max(0, i - Context);
            var end = EndOfHunk(script, i);
            WriteHunk(lines, script, start, end, edit.IsSecret);
            i = end;
        }
        return lines;
    }

    // Changes that less than two contexts stand between are one hunk.
    private static int EndOfHunk(List<(char Mark, string Line)> script, int first)
    {
        var last = first;
        for (var i = first; i < script.Count && i - last <= 2 * Context; i++)
            if (script[i].Mark != ' ') last = i;
        return Math.Min(script.Count, last + 1 + Context);
    }

    private static void WriteHunk(List<string> lines, List<(char Mark, string Line)> script, int start, int end, bool isSecret)
    {
        var oldStart = script.Take(start).Count(step => step.Mark != '+');
        var newStart = script.Take(start).Count(step => step.Mark != '-');
        var hunk = script[start..end];
        var (oldCount, newCount) = (hunk.Count(step => step.Mark != '+'), hunk.Count(step => step.Mark != '-'));
        lines.Add($"@@ -{Range(oldStart, oldCount)} +{Range(newStart, newCount)} @@");
        foreach (var (mark, line) in hunk)
        {
            var isWhole = line.EndsWith('\n');
            var text = Octets.ToReadable(isWhole ? line[..^1] : line);
            lines.Add(mark + (isSecret ? Masked(text) : text));
            if (!isWhole) lines.Add("\\ No newline at end of file");
        }
    }

    private static string Range(int start, int count) => string.Create(CultureInfo.InvariantCulture, $"{(count == 0 ? start : start + 1)},{count}");

    // The longest common subsequence of what differs between the common beginning and the common end.
    private static List<(char Mark, string Line)> Script(List<string> before, List<string> after)
    {
        var head = 0;
        while (head < before.Count && head < after.Count && before[head] == after[head]) head++;
        var tail = 0;
        while (tail < before.Count - head && tail < after.Count - head && before[^(tail + 1)] == after[^(tail + 1)]) tail++;
        var script = new List<(char, string)>(before[..head].Select(line => (' ', line)));
        var (old, @new) = (before[head..^tail], after[head..^tail]);
        if ((long)old.Count * @new.Count > MaxCells) script.AddRange([.. old.Select(line => ('-', line)), .. @new.Select(line => ('+', line))]);
        else AddDifference(script, old, @new);
        script.AddRange(before[(before.Count - tail)..].Select(line => (' ', line)));
        return script;
    }

    private static void AddDifference(List<(char Mark, string Line)> script, List<string> old, List<string> @new)
    {
        var length = new int[old.Count + 1, @new.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
            for (var j = @new.Count - 1; j >= 0; j--)
                length[i, j] = old[i] == @new[j] ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
        var (o, n) = (0, 0);
        while (o < old.Count || n < @new.Count)
        {
            if (o < old.Count && n < @new.Count && old[o] == @new[n])
            {
                script.Add((' ', old[o++]));
                n++;
            }
            else if (o < old.Count && (n == @new.Count || length[o + 1, n] >= length[o, n + 1])) script.Add(('-', old[o++]));
            else script.Add(('+', @new[n++]));
        }
    }

    private static List<string> Lines(string? text)
    {
        var lines = new List<string>();
        var rest = text ?? "";
        while (rest.Length > 0)
        {
            var end = rest.IndexOf('\n', StringComparison.Ordinal);
            lines.Add(end < 0 ? rest : rest[..(end + 1)]);
            rest = end < 0 ? "" : rest[(end + 1)..];
        }
        return lines;
    }

    private static string Masked(string line) =>
        line.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries) is [var key, _] ? $"{key}    ********" : line.Trim().Length == 0 ? line : "********";
}
