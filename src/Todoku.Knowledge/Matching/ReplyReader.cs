using Todoku.Knowledge.Identification;
using Todoku.Knowledge.Images;
using Todoku.Mail;

namespace Todoku.Knowledge.Matching;

/// <summary>Reads one reply: cleans it, looks for all words at once, tells the provider, finds the rule, and says what it means.</summary>
internal sealed class ReplyReader(KnowledgeImage image, ProviderFinder providers)
{
    private readonly LiteralScanner _scanner = new(image);
    private readonly RuleMatcher _rules = new(image);

    public Reading Read(ReadOnlySpan<byte> raw, in ReadingContext context)
    {
        var scratch = Take();
        var reply = SmtpReply.Parse(raw, scratch.Text);
        var text = scratch.Text.AsSpan(0, _scanner.Scan(scratch.Text.AsSpan(0, reply.Text.Length), scratch));
        var provider = context.Provider ?? Identify(context.RelayHost, text, scratch, context.RecipientDomain);
        var index = providers.IndexOf(provider);
        var status = reply.EnhancedStatus.IsNone ? context.LoggedStatus : reply.EnhancedStatus;
        var hasCode = reply.Code != 0 || !reply.EnhancedStatus.IsNone;
        var facts = new ReplyFacts(reply.Code, status, context.Stage, context.IsLocal, context.IsLocal || !hasCode);
        var rule = _rules.Find(text, scratch, facts, index);
        var cause = rule < 0 ? Cause.Unknown : image.Rules[(uint)rule].Cause;
        return new Reading(
            cause, provider, rule < 0 ? "unknown" : image.Text(image.Rules[(uint)rule].Id), Advice(rule, cause, index), Lasting.IsTemporary(reply.Code, status, cause));
    }

    public Provider Identify(ReadOnlySpan<byte> relayHost, ReadOnlySpan<byte> raw, ReadOnlySpan<byte> recipientDomain)
    {
        var known = providers.ByHost(relayHost);
        if (known >= 0) return providers.Known[known];
        var scratch = Take();
        var reply = SmtpReply.Parse(raw, scratch.Text);
        var text = scratch.Text.AsSpan(0, _scanner.Scan(scratch.Text.AsSpan(0, reply.Text.Length), scratch));
        return Identify(relayHost, text, scratch, recipientDomain);
    }

    private Provider Identify(ReadOnlySpan<byte> relayHost, ReadOnlySpan<byte> text, MatchScratch scratch, ReadOnlySpan<byte> recipientDomain)
    {
        var known = providers.ByHost(relayHost);
        if (known < 0) known = _rules.FindProvider(text, scratch);
        return known >= 0 ? providers.Known[known] : providers.ByDomains(relayHost, recipientDomain);
    }

    private MatchScratch Take() => MatchScratch.Take(image.Literals.Length, image.Rules.Length + image.Words.Length);

    private string Advice(int rule, Cause cause, int provider)
    {
        if (rule >= 0 && image.Rules[(uint)rule].Article is not 0 and var own) return image.Text(own);
        var row = provider >= 0 ? provider : image.Providers.Length;
        return image.Text(image.AdviceTable[(uint)((row * Causes.All.Length) + (int)cause)]);
    }
}
