namespace Todoku.Diagnosis.Timeline;

/// <summary>
/// For each sending host: how often a group's failure hit it, and at which of the host's attempts at the provider first and last. Tells
/// whether it has stopped on a host while other hosts go on.
/// </summary>
internal sealed class HostTails
{
    private Tail[] _tails = new Tail[1];
    private int _used;

    public ReadOnlySpan<Tail> All => _tails.AsSpan(0, _used);

    /// <summary>Notes a failure.</summary>
    /// <param name="host">Index of the sending host.</param>
    /// <param name="attempt">Which of the host's attempts at the provider it was, from 1.</param>
    /// <param name="isLost">Whether the message is lost by it, or no message is known.</param>
    public void Add(int host, long attempt, bool isLost)
    {
        for (var i = 0; i < _used; i++)
        {
            ref var tail = ref _tails[i];
            if (tail.Host != host) continue;
            tail.Last = attempt;
            tail.Count++;
            if (isLost) tail.Lost++;
            return;
        }
        if (_used == _tails.Length) Array.Resize(ref _tails, _used * 2);
        _tails[_used++] = new Tail { Host = host, First = attempt, Last = attempt, Count = 1, Lost = isLost ? 1 : 0 };
    }

    internal struct Tail
    {
        public int Host;
        public long First;
        public long Last;
        public long Count;
        public long Lost;
    }
}
