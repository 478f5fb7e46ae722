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
        var scanned = Scan(raw, context.RelayHost);
        var reply = scanned.Reply;
        var recipientDomain = context.RecipientDomain.IsEmpty ? MailAddress.DomainOf(reply.Recipient) : context.RecipientDomain;
        var provider = context.Provider ?? Identify(scanned, recipientDomain);
        var index = providers.IndexOf(provider);
        var status = !reply.EnhancedStatus.IsNone || context.LoggedStatus.IsFiller ? reply.EnhancedStatus : context.LoggedStatus;
        var hasCode = reply.Code != 0 || !reply.EnhancedStatus.IsNone;
        var stage = context.Stage == SmtpStage.Unknown ? reply.Stage : context.Stage;
        var facts = new ReplyFacts(reply.Code, status, stage, context.IsLocal, context.IsLocal || !hasCode);
        var rule = _rules.Find(scanned.Text, scanned.Scratch, facts, index);
        if (rule < 0) return new Reading(Cause.Unknown, provider, "unknown", Advice(rule, Cause.Unknown, index), Lasting.IsTemporary(reply.Code, status, Cause.Unknown));
        ref readonly var found = ref image.Rules[(uint)rule];
        return new Reading(
            found.Cause, provider, image.Text(found.Id), Advice(rule, found.Cause, index), Lasting.IsTemporary(reply.Code, status, found.Cause, found.Persistence));
    }

    public Provider Identify(ReadOnlySpan<byte> relayHost, ReadOnlySpan<byte> raw, ReadOnlySpan<byte> recipientDomain)
    {
        var known = providers.ByHost(RelayName.Clean(relayHost));
        return known >= 0 ? providers.Known[known] : Identify(Scan(raw, relayHost), recipientDomain);
    }

    /// <summary>1 + the blocklist that the reply names; 0 for none.</summary>
    public uint FindBlocklist(ReadOnlySpan<byte> raw)
    {
        var scanned = Scan(raw, default);
        return _rules.FindBlocklist(scanned.Text, scanned.Scratch);
    }

    private Provider Identify(in ScannedReply scanned, ReadOnlySpan<byte> recipientDomain)
    {
        var known = providers.ByHost(scanned.RelayHost);
        if (known < 0) known = _rules.FindProvider(scanned.Text, scanned.Scratch);
        return known >= 0 ? providers.Known[known] : providers.ByDomains(scanned.RelayHost, recipientDomain);
    }

    private ScannedReply Scan(ReadOnlySpan<byte> raw, ReadOnlySpan<byte> relayHost)
    {
        var scratch = MatchScratch.Take(image.Literals.Length, image.Rules.Length + image.Words.Length);
        var reply = SmtpReply.Parse(raw, scratch.Text);
        var length = _scanner.Scan(scratch.Text.AsSpan(0, reply.Text.Length), scratch);
        var host = RelayName.Clean(relayHost);
        return new ScannedReply
        {
            Reply = reply,
            Text = scratch.Text.AsSpan(0, length),
            Scratch = scratch,
            RelayHost = host.IsEmpty ? RelayName.Clean(reply.Host) : host,
        };
    }

    private string Advice(int rule, Cause cause, int provider)
    {
        if (rule >= 0 && image.Rules[(uint)rule].Article is not 0 and var own) return image.Text(own);
        var row = provider >= 0 ? provider : image.Providers.Length;
        return image.Text(image.AdviceTable[(uint)((row * Causes.All.Length) + (int)cause)]);
    }
}
