using Todoku.Mail;

namespace Todoku.Knowledge.Matching;

/// <summary>The memory that reading one reply takes, one per thread, so that reading makes no garbage.</summary>
internal sealed class MatchScratch
{
    [ThreadStatic]
    private static MatchScratch? _ofThread;

    private readonly uint[] _hits = new uint[SmtpReply.MaxLength];
    private ulong[] _literals = [];
    private ulong[] _candidates = [];
    private ulong[] _sure = [];

    /// <summary>Where the clean text of the reply is written.</summary>
    public byte[] Text { get; } = new byte[SmtpReply.MaxLength];

    /// <summary>Where the automaton reported something: at most once a byte.</summary>
    public Span<uint> Hits => _hits;

    /// <summary>A bit for each literal found.</summary>
    public Span<ulong> Literals => _literals;

    /// <summary>A bit for each rule and reply word that may fit.</summary>
    public Span<ulong> Candidates => _candidates;

    /// <summary>A bit for each rule whose first group of words is known to occur.</summary>
    public Span<ulong> Sure => _sure;

    /// <summary>The scratch of this thread with all bits cleared.</summary>
    public static MatchScratch Take(int literals, int candidates)
    {
        var scratch = _ofThread ??= new MatchScratch();
        Clear(ref scratch._literals, literals);
        Clear(ref scratch._candidates, candidates);
        Clear(ref scratch._sure, candidates);
        return scratch;
    }

    private static void Clear(ref ulong[] bits, int count)
    {
        var words = (count + 63) >> 6;
        if (bits.Length < words) bits = new ulong[words];
        else Array.Clear(bits);
    }
}
