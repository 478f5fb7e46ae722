namespace Todoku.Apply.Postfix;

/// <summary>Edits the options of services in master.cf; all else in it stays (master(5)).</summary>
public static class MasterCf
{
    private const int Fields = 8;

    /// <summary>The text with <c>-o name=value</c> for a service; the text itself when there is no such service.</summary>
    /// <param name="text">The file.</param>
    /// <param name="service">The service, as <c>smtp</c>.</param>
    /// <param name="type">Its type, as <c>unix</c>.</param>
    /// <param name="name">The parameter.</param>
    /// <param name="value">Its value, without white space.</param>
    public static string SetOption(string text, string service, string type, string name, string value)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentException.ThrowIfNullOrEmpty(value);
        if (value.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))) throw new ArgumentException("white space in an option", nameof(value));
        var lines = LogicalLines.Split(text);
        foreach (var places in LogicalLines.Of(lines).Where(entry => IsService(lines[entry[0]], service, type)))
        {
            var option = $"-o {name}=";
            if (places.LastOrDefault(place => lines[place].Contains(option, StringComparison.Ordinal), -1) is >= 0 and var at)
            {
                var start = lines[at].LastIndexOf(option, StringComparison.Ordinal) + option.Length;
                var end = start;
                while (end < lines[at].Length && !char.IsWhiteSpace(lines[at][end])) end++;
                lines[at] = lines[at][..start] + value + lines[at][end..];
                return string.Concat(lines);
            }
            LogicalLines.EndLast(lines);
            lines.Insert(places[^1] + 1, $"  {option}{value}\n");
            return string.Concat(lines);
        }
        return text;
    }

    private static bool IsService(string line, string service, string type)
    {
        var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= Fields && words[0] == service && words[1] == type;
    }
}
