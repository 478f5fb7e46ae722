using Todoku.Mail;

namespace Todoku.Relay.Policy.ReturnPaths;

/// <summary>Names of hosts as a rule lists them: <c>web1.hoster.example</c> is that host, <c>.hoster.example</c> all below.</summary>
public sealed class HostNameList
{
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _suffixes = [];

    /// <summary>A list.</summary>
    public HostNameList(IEnumerable<string> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        foreach (var entry in entries)
        {
            if (entry.StartsWith('.')) _suffixes.Add(entry);
            else _names.Add(entry);
        }
    }

    /// <summary>None.</summary>
    public static HostNameList None { get; } = new([]);

    /// <summary>Whether an entry is a host name, or one with a dot before it.</summary>
    public static bool IsEntry(string entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return DomainName.TryParse(entry.StartsWith('.') ? entry[1..] : entry, out _);
    }

    /// <summary>Whether a name is on it; letters of any case.</summary>
    public bool Holds(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _names.Contains(name) || _suffixes.Exists(suffix => name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));
    }
}
