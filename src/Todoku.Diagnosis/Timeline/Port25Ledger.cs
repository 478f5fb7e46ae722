using Todoku.Knowledge;

namespace Todoku.Diagnosis.Timeline;

/// <summary>
/// Follows whether any host can be reached on port 25: a stretch of failed connections begins with the first that fails and ends with
/// the first host that answers. The stretch that holds at the end of the log, and the longest that ended before, are kept.
/// </summary>
internal sealed class Port25Ledger
{
    private readonly Stretch _open = new();
    private Stretch? _longestPast;

    /// <summary>The stretch that still holds; empty when the last host tried answered.</summary>
    public Stretch Open => _open;

    /// <summary>The longest stretch that ended; null when there was none worth keeping.</summary>
    public Stretch? LongestPast => _longestPast;

    /// <summary>A host did not answer, or could not be reached.</summary>
    public void Failed(long utcTicks, ReadOnlySpan<byte> address, Provider provider, ReadOnlySpan<byte> line, bool isAttempt) =>
        _open.Add(utcTicks, address, provider, line, isAttempt);

    /// <summary>A host answered on port 25, whatever it said.</summary>
    public void Answered()
    {
        if (_open.Failures == 0) return;
        if (_open.Failures >= Stretch.WorthKeeping && _open.Failures > (_longestPast?.Failures ?? 0)) _longestPast = _open.Copy();
        _open.Clear();
    }

    /// <summary>A stretch in which no host answered.</summary>
    internal sealed class Stretch
    {
        /// <summary>Fewer failures in a past stretch prove nothing.</summary>
        public const int WorthKeeping = 20;

        private const int MaxProviders = 8;

        private DistinctCounter _hosts = new();
        private List<Provider> _providers = [];
        private EvidenceSample _evidence = new();

        public long Failures { get; private set; }

        /// <summary>Of these, delivery attempts that ended by it.</summary>
        public long Attempts { get; private set; }

        public long First { get; private set; }

        public long Last { get; private set; }

        /// <summary>Distinct addresses tried.</summary>
        public long Hosts => _hosts.Count;

        public IReadOnlyList<Provider> Providers => _providers;

        public EvidenceSample Evidence => _evidence;

        public void Add(long utcTicks, ReadOnlySpan<byte> address, Provider provider, ReadOnlySpan<byte> line, bool isAttempt)
        {
            if (Failures++ == 0) First = utcTicks;
            Last = utcTicks;
            if (isAttempt) Attempts++;
            if (!address.IsEmpty) _hosts.Add(Utf8Hash.Compute(address));
            if (_providers.Count < MaxProviders && !_providers.Exists(known => known.Id == provider.Id)) _providers.Add(provider);
            _evidence.Add(line);
        }

        public Stretch Copy() => (Stretch)MemberwiseClone();

        public void Clear()
        {
            (Failures, Attempts) = (0, 0);
            (_hosts, _providers, _evidence) = (new DistinctCounter(), [], new EvidenceSample());
        }
    }
}
