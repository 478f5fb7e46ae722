namespace Todoku.Relay.Queue.Lanes;

/// <summary>Numbers for names that many entries share; a number is given back when the last entry is gone.</summary>
internal sealed class NameRegister
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<(string Name, int Uses)> _names = [];
    private readonly Stack<int> _free = new();

    /// <summary>The name of a number.</summary>
    public string this[int number] => _names[number].Name;

    /// <summary>The number of a name, used once more.</summary>
    public int Use(string name)
    {
        if (_numbers.TryGetValue(name, out var number))
        {
            _names[number] = (_names[number].Name, _names[number].Uses + 1);
            return number;
        }
        if (_free.TryPop(out number)) _names[number] = (name, 1);
        else
        {
            number = _names.Count;
            _names.Add((name, 1));
        }
        _numbers.Add(name, number);
        return number;
    }

    /// <summary>One use less.</summary>
    public void Release(int number)
    {
        var (name, uses) = _names[number];
        if (uses > 1)
        {
            _names[number] = (name, uses - 1);
            return;
        }
        _numbers.Remove(name);
        _names[number] = ("", 0);
        _free.Push(number);
    }
}
