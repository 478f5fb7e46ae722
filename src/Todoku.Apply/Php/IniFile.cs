namespace Todoku.Apply.Php;

/// <summary>Edits one directive of a php.ini or of a pool of php-fpm; all else in the file stays. The last line with a name is the one that counts.</summary>
public static class IniFile
{
    /// <summary>The value that a directive has; null when no line sets it.</summary>
    /// <param name="text">The file.</param>
    /// <param name="name">The directive, as <c>sendmail_path</c>.</param>
    /// <param name="section">The section that it counts in; null: it counts wherever it stands.</param>
    public static string? Get(string text, string name, string? section = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.Split('\n').ToList();
        return Last(lines, name, section) is >= 0 and var at ? Unquoted(lines[at][(lines[at].IndexOf('=', StringComparison.Ordinal) + 1)..]) : null;
    }

    /// <summary>The text with a directive set: in place of its last line, else after the comment that shows it, else at the end of a section, else last.</summary>
    /// <param name="text">The file.</param>
    /// <param name="section">The section, as <c>mail function</c> or the name of a pool.</param>
    /// <param name="name">The directive.</param>
    /// <param name="value">Its value; it is put between double quotes.</param>
    /// <param name="isOfSection">Whether the same name in another section is something else, as in pools.</param>
    public static string Set(string text, string section, string name, string value, bool isOfSection = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (value.Any(c => char.IsControl(c) || c is '"' or '$')) throw new ArgumentException("a character that can't stand in quotes", nameof(value));
        var lines = text.Split('\n').ToList();
        var ended = lines is [.., ""];
        if (ended) lines.RemoveAt(lines.Count - 1);
        var line = $"{name} = \"{value}\"";
        var (start, end) = Section(lines, section);
        if (Last(lines, name, isOfSection ? section : null) is >= 0 and var at) lines[at] = line;
        else if (lines.FindLastIndex(one => one.TrimStart().StartsWith(';') && NameOf(one.TrimStart(' ', '\t', ';')) == name) is >= 0 and var comment && comment >= start && comment < end) lines.Insert(comment + 1, line);
        else if (start >= 0) lines.Insert(end, line);
        else lines.AddRange(section.Length > 0 ? [$"[{section}]", line] : [line]);
        return string.Join('\n', lines) + "\n";
    }

    /// <summary>Whether a file has a section.</summary>
    public static bool HasSection(string text, string section) => Section([.. (text ?? "").Split('\n')], section).Start >= 0;

    private static int Last(List<string> lines, string name, string? section)
    {
        var (start, end) = section is null ? (0, lines.Count) : Section(lines, section);
        for (var i = end - 1; i >= Math.Max(start, 0); i--)
            if (NameOf(lines[i]) == name) return i;
        return -1;
    }

    // From the line after its name to before the empty lines that end it.
    private static (int Start, int End) Section(List<string> lines, string section)
    {
        var head = lines.FindIndex(line => string.Equals(line.Trim(), $"[{section}]", StringComparison.OrdinalIgnoreCase));
        if (head < 0) return (-1, -1);
        var end = lines.FindIndex(head + 1, line => line.TrimStart().StartsWith('['));
        if (end < 0) end = lines.Count;
        while (end > head + 1 && lines[end - 1].Trim().Length == 0) end--;
        return (head + 1, end);
    }

    private static string? NameOf(string line) =>
        line.IndexOf('=', StringComparison.Ordinal) is > 0 and var at && !line.TrimStart().StartsWith(';') && !line.TrimStart().StartsWith('#') ? line[..at].Trim() : null;

    private static string Unquoted(string value)
    {
        var text = value.Trim();
        if (text.Length > 1 && text[0] == '"' && text.IndexOf('"', 1) is > 0 and var end) return text[1..end];
        return text.Split(';')[0].TrimEnd();
    }
}
