namespace Todoku.Apply.Postfix;

/// <summary>Edits the text that a lookup table is made of: a key, white space, a value on each line (postmap(1)).</summary>
public static class LookupTable
{
    private static readonly Dictionary<string, string[]> BuiltEndings = new(StringComparer.Ordinal)
    {
        ["hash"] = [".db"],
        ["btree"] = [".db"],
        ["lmdb"] = [".lmdb"],
        ["cdb"] = [".cdb"],
        ["dbm"] = [".dir", ".pag"],
        ["texthash"] = [],
    };

    /// <summary>Whether a table of a type is made of such a text.</summary>
    public static bool IsMadeOfText(string type) => BuiltEndings.ContainsKey(type);

    /// <summary>The files that postmap makes of it.</summary>
    public static IReadOnlyList<string> BuiltFiles(string type, string path) => BuiltEndings.TryGetValue(type, out var endings) ? [.. endings.Select(ending => path + ending)] : [];

    /// <summary>The text with a value for a key; that of the first line with the key, since a second one is a mistake that postmap warns of.</summary>
    /// <exception cref="ArgumentException">Key or value would be more than one line, or the key has white space or begins as a comment does.</exception>
    public static string Set(string text, string key, string value)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentException.ThrowIfNullOrEmpty(value);
        if (key[0] == '#' || key.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))) throw new ArgumentException("not a key of a lookup table", nameof(key));
        if (value.Any(char.IsControl)) throw new ArgumentException("a control character in a value", nameof(value));
        var lines = LogicalLines.Split(text);
        var line = $"{key}    {value}\n";
        if (LogicalLines.Of(lines).FirstOrDefault(entry => string.Equals(KeyOf(lines[entry[0]]), key, StringComparison.OrdinalIgnoreCase)) is not { } places)
        {
            LogicalLines.EndLast(lines);
            lines.Add(line);
            return string.Concat(lines);
        }
        if (ValueOf(lines, places) == value) return text;
        lines[places[0]] = line;
        foreach (var place in places.Skip(1).Reverse()) lines.RemoveAt(place);
        return string.Concat(lines);
    }

    /// <summary>Whether a text has a key.</summary>
    public static bool Has(string text, string key)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = LogicalLines.Split(text);
        return LogicalLines.Of(lines).Any(entry => string.Equals(KeyOf(lines[entry[0]]), key, StringComparison.OrdinalIgnoreCase));
    }

    private static string KeyOf(string line) => line.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries)[0];

    private static string ValueOf(List<string> lines, IReadOnlyList<int> places)
    {
        var whole = string.Concat(places.Select(place => lines[place].TrimEnd('\r', '\n'))).TrimEnd();
        return whole[KeyOf(whole).Length..].TrimStart();
    }
}
