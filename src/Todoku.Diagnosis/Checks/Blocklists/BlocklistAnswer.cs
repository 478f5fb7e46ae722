using Todoku.Knowledge.Blocklists;

namespace Todoku.Diagnosis.Checks.Blocklists;

/// <summary>What a zone says of an address or domain.</summary>
public abstract record BlocklistAnswer
{
    private BlocklistAnswer(BlocklistSource source, IReadOnlyList<string> evidence)
    {
        Source = source;
        Evidence = evidence;
    }

    /// <summary>The zone.</summary>
    public BlocklistSource Source { get; }

    /// <summary>The questions and their raw answers.</summary>
    public IReadOnlyList<string> Evidence { get; init; }

    /// <summary>It is listed, by a zone that passed its test, with codes that are known.</summary>
    /// <param name="Source">The zone.</param>
    /// <param name="Codes">What it is listed for; at least one, none of which is for good senders or a remark.</param>
    /// <param name="Evidence">The answer, and the list's own text if it gives one.</param>
    public sealed record Listed(BlocklistSource Source, IReadOnlyList<BlocklistCode> Codes, IReadOnlyList<string> Evidence) : BlocklistAnswer(Source, Evidence)
    {
        /// <summary>Whether it is only for not being meant to send mail directly.</summary>
        public bool IsPolicyOnly => Codes.All(code => code.Kind == ListingKind.Policy);

        /// <summary>Whether one of its codes is of a kind.</summary>
        public bool Has(ListingKind kind) => Codes.Any(code => code.Kind == kind);
    }

    /// <summary>It is not listed, or only among the good; the zone passed its test.</summary>
    public sealed record NotListed(BlocklistSource Source, IReadOnlyList<string> Evidence) : BlocklistAnswer(Source, Evidence);

    /// <summary>The zone can't be relied on, so that nothing is known.</summary>
    /// <param name="Source">The zone.</param>
    /// <param name="Trouble">Why.</param>
    /// <param name="Evidence">What was asked and answered; may be empty when the zone was not asked.</param>
    public sealed record NotUsable(BlocklistSource Source, BlocklistTrouble Trouble, IReadOnlyList<string> Evidence) : BlocklistAnswer(Source, Evidence);
}
