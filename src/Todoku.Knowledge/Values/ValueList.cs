using System.Text;

namespace Todoku.Knowledge.Values;

/// <summary>The values found in one reply: each once, and not more than fit a report.</summary>
internal sealed class ValueList
{
    /// <summary>How many values are kept of one reply.</summary>
    public const int MaxValues = 32;

    /// <summary>Values longer than this are not kept: no address, link or code that is of use is as long.</summary>
    public const int MaxLength = 300;

    private readonly List<ReplyValue> _values = [];

    /// <summary>The values, in the order in which they were found.</summary>
    public IReadOnlyList<ReplyValue> Values => _values;

    /// <summary>Whether a value of this name was found.</summary>
    public bool Has(string name) => _values.Exists(value => value.Name == name);

    /// <summary>Adds a value as printed, unless it is empty, too long, or there already.</summary>
    public void Add(string name, ReadOnlySpan<byte> printed)
    {
        if (printed.IsEmpty || printed.Length > MaxLength || _values.Count >= MaxValues) return;
        var value = new ReplyValue(name, Encoding.UTF8.GetString(printed));
        if (!_values.Contains(value)) _values.Add(value);
    }
}
