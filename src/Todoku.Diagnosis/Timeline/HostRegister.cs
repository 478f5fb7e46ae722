using System.Text;

namespace Todoku.Diagnosis.Timeline;

/// <summary>Gives each sending host a small number, in the order of appearance. The last number stands for all hosts beyond the limit.</summary>
internal sealed class HostRegister(int maxHosts)
{
    private const int MaxNameLength = 255;

    private readonly List<byte[]> _names = [];
    private int _latest = -1;

    public bool IsFull { get; private set; }

    public IReadOnlyList<string> Names => [.. _names.Where(name => name.Length > 0).Select(Encoding.UTF8.GetString)];

    public int IndexOf(ReadOnlySpan<byte> host)
    {
        if (host.Length > MaxNameLength) host = host[..MaxNameLength];
        if (_latest >= 0 && host.SequenceEqual(_names[_latest])) return _latest;
        for (var i = 0; i < _names.Count; i++)
        {
            if (host.SequenceEqual(_names[i])) return _latest = i;
        }
        if (_names.Count >= maxHosts)
        {
            IsFull = true;
            return maxHosts;
        }
        _names.Add(host.ToArray());
        return _latest = _names.Count - 1;
    }

    public string NameOf(int index) => index < _names.Count ? Encoding.UTF8.GetString(_names[index]) : "";
}
