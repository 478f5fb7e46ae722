namespace Todoku.Diagnosis.Reports.Texts;

internal sealed class EnglishFactTexts : FactTexts
{
    public override string Now => "DNS now";

    public override string MayBeMended => "DNS shows it mended now: newer deliveries will tell";

    public override string PartlyMended(string mended, string open) => $"DNS shows a part of it mended now ({mended}). Still open: {open}";

    public override string FaultOfNetwork(string provider, bool isReputation, string listing) =>
        $"{(provider.Length > 0 ? $"{provider} says" : "Receivers say")} {(isReputation ? "low reputation" : "blocklisted")}; {listing}: the fault is the network's; the way out is another path";

    public override string NoAnswer =>
        "DNS facts not known: no answer from DNS. What stands here is from the log alone. Name a resolver that answers with --resolver, or use --offline.";

    public override string Contradiction(string last) =>
        $"The reply says otherwise: it was changed since {last}, or the receiver saw another address or domain. Newer deliveries will tell.";

    public override string WithRelation(string fact, FactRelation relation) => relation switch
    {
        FactRelation.Confirms => $"{fact} (confirms the reply)",
        FactRelation.Explains => $"{fact} (can explain the reply)",
        FactRelation.Contradicts => $"{fact} (contradicts the reply)",
        FactRelation.NoBearing => fact,
    };
}
