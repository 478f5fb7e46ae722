using System.Text;

namespace Todoku.Storage.Sqlite.Writing;

/// <summary>Makes one string of a name that many rows hold.</summary>
internal sealed class NameCache
{
    private const int MaxLength = 1024;
    private const int MaxNames = 1 << 18;

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MaxLength) return Encoding.UTF8.GetString(utf8);
        Span<char> chars = stackalloc char[MaxLength];
        var name = chars[..Encoding.UTF8.GetChars(utf8, chars)];
        if (_names.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var known)) return known;
        if (_names.Count == MaxNames) _names.Clear();
        var made = name.ToString();
        _names.Add(made);
        return made;
    }
}
