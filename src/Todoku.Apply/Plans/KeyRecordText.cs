namespace Todoku.Apply.Plans;

/// <summary>Finds the record in what a program printed that makes keys: a file of a zone (opendkim-genkey), or the record among words for people (<c>todoku dkim keygen</c>).</summary>
internal static class KeyRecordText
{
    private const string Type = "TXT";

    // Before the type: name, time, class.
    private const int MaxPlace = 3;

    /// <summary>Its lines; null when there is none.</summary>
    public static string? Find(string text)
    {
        var lines = text.Split('\n');
        var first = Array.FindIndex(lines, line => Array.IndexOf(line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries), Type) is >= 1 and <= MaxPlace);
        if (first < 0) return null;
        var last = first;
        // A parenthesis in a string would be one that no key has.
        if (lines[first].Contains('(', StringComparison.Ordinal))
            while (!lines[last].Contains(')', StringComparison.Ordinal) && last < lines.Length - 1) last++;
        return string.Join('\n', lines[first..(last + 1)]);
    }
}
