using Todoku.Mail;

namespace Todoku.Knowledge.Matching;

/// <summary>The memory that reading one reply takes, one per thread, so that reading makes no garbage.</summary>
internal sealed class MatchScratch
{
    [ThreadStatic]
    private static MatchScratch? _ofThread;

    private ulong[] _literals = [];
    private ulong[] _candidates = [];

    /// <summary>Where the clean text of the reply is written.</summary>
    public byte[] Text { get; } = new byte[SmtpReply.MaxLength];

    /// <summary>A bit for each literal found.</summary>
    public Span<ulong> Literals => _literals;

    /// <summary>A bit for each rule and reply word that may fit.</summary>
    public Span<ulong> Candidates => _candidates;

    /// <summary>The scratch of this thread with all bits cleared.</summary>
    public static MatchScratch Take(int literals, int candidates)
    {
        var scratch = _ofThread ??= new MatchScratch();
        Clear(ref scratch._literals, literals);
        Clear(ref scratch._candidates, candidates);
        return scratch;
    }

    private static void Clear(ref ulong[] bits, int count)
    {
        var words = (count + 63) >> 6;
        if (bits.Length < words) bits = new ulong[words];
        else Array.Clear(bits);
    }
}
