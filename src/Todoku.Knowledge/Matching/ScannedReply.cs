using Todoku.Mail;

namespace Todoku.Knowledge.Matching;

/// <summary>A reply that was cleaned and in which all words were looked for.</summary>
internal readonly ref struct ScannedReply
{
    /// <summary>Its codes, and what stood around it. Its text has been folded: use <see cref="Text"/>.</summary>
    public required SmtpReply Reply { get; init; }

    /// <summary>The folded words.</summary>
    public required ReadOnlySpan<byte> Text { get; init; }

    /// <summary>What was found in them.</summary>
    public required MatchScratch Scratch { get; init; }

    /// <summary>The host that said it, from the log or from the reply's wrapping; may be empty.</summary>
    public required ReadOnlySpan<byte> RelayHost { get; init; }
}
