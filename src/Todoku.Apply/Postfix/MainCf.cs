namespace Todoku.Apply.Postfix;

/// <summary>
/// Edits main.cf as an administrator does: comments, order and everything else stay. The last line with a name is what Postfix goes by, so that is the one replaced,
/// with the lines that continue it; a comment between those stays. A name that is not there yet comes last. See postconf(5), "The general format of the main.cf file".
/// </summary>
public static class MainCf
{
    /// <summary>The text with a parameter set.</summary>
    /// <param name="text">The file.</param>
    /// <param name="name">The parameter.</param>
    /// <param name="value">Its value, on one line.</param>
    /// <exception cref="ArgumentException">The value has a control character in it: it would be more than one line.</exception>
    public static string Set(string text, string name, string value)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        if (value.Any(char.IsControl)) throw new ArgumentException("a control character in a value", nameof(value));
        var lines = LogicalLines.Split(text);
        if (LogicalLines.Of(lines).LastOrDefault(entry => NameOf(lines[entry[0]]) == name) is not { } places)
        {
            LogicalLines.EndLast(lines);
            lines.Add(value.Length > 0 ? $"{name} = {value}\n" : $"{name} =\n");
            return string.Concat(lines);
        }
        var first = lines[places[0]];
        lines[places[0]] = Written(first, value) + LogicalLines.EndOf(lines[places[^1]]);
        foreach (var place in places.Skip(1).Reverse()) lines.RemoveAt(place);
        return string.Concat(lines);
    }

    // "name=value" stays so, and "name =   value", too.
    private static string Written(string line, string value)
    {
        var start = line.IndexOf('=', StringComparison.Ordinal) + 1;
        var old = line[start..].TrimEnd('\r', '\n');
        var gap = old[..^old.TrimStart().Length];
        if (old.Trim().Length == 0) gap = line[..(start - 1)].EndsWith(' ') ? " " : "";
        return (line[..start] + gap + value).TrimEnd();
    }

    private static string? NameOf(string line) => line.IndexOf('=', StringComparison.Ordinal) is >= 0 and var end ? line[..end].TrimEnd() : null;
}
