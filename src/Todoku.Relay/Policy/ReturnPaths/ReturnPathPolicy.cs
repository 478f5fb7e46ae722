using Todoku.Mail;
using Todoku.Relay.Intake;
using Todoku.Smtp.Envelopes;

namespace Todoku.Relay.Policy.ReturnPaths;

/// <summary>
/// Decides the envelope sender that a message is sent with, which its recipient's server writes as Return-Path.
/// </summary>
/// <remarks>
/// <code>
/// the null sender                   stays null, whatever rules say (RFC 5321, section 4.5.5)
/// else the first rule that fits:    keep: it stays
///                                   an address: it is set; where the address names {from-domain}, the rule fits only messages with one domain in From
///                                   VERP: each recipient gets its own when it is sent to
///                                   dry run: as above, but nothing is changed
/// no rule fits                      it stays
/// </code>
/// A rule fits when who handed the mail in, the domain of From and the kind of sender that it names all fit. What is set is worth nothing for DMARC unless
/// its domain aligns with From and publishes an SPF record with the relay's addresses; the domain must take mail, too, for bounces come to it.
/// </remarks>
public sealed class ReturnPathPolicy
{
    private readonly (ReturnPathRule Rule, SubmitterList Submitters)[] _rules;
    private readonly HostDerivedSender _hostDerived;
    private readonly AlignmentRule _alignment;

    /// <summary>Makes the policy.</summary>
    public ReturnPathPolicy(MessagePolicyOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _rules = [.. options.ReturnPaths.Select(rule => (rule, new SubmitterList(rule.Submitters)))];
        _hostDerived = new HostDerivedSender([options.HostName, .. options.HostNames]);
        _alignment = new AlignmentRule(options.Suffixes);
    }

    /// <summary>What becomes of the sender of a message.</summary>
    /// <param name="submission">Who handed in what.</param>
    /// <param name="author">The domain of the From field; null when there is no one domain.</param>
    public ReturnPathResult Decide(Submission submission, DomainName? author) => Decide(submission, author, null);

    /// <summary>The same, with the rules that were tried on the way.</summary>
    /// <param name="submission">Who would hand in what.</param>
    /// <param name="author">The domain of the From field; null when there is no one domain.</param>
    public ReturnPathResult Explain(Submission submission, DomainName? author)
    {
        var steps = new List<RuleStep>();
        return Decide(submission, author, steps) with { Steps = steps };
    }

    private ReturnPathResult Decide(Submission submission, DomainName? author, List<RuleStep>? steps)
    {
        ArgumentNullException.ThrowIfNull(submission);
        if (submission.Sender is not { } sender) return new ReturnPathResult { Sender = "" };
        var before = _rules.Length == 0 && steps is null ? DomainAlignment.Unknown : AlignmentOf(sender.Domain, author);
        var kept = new ReturnPathResult { Sender = sender.ToString(), Before = before, After = before };
        foreach (var (rule, submitters) in _rules)
        {
            var outcome = Try(rule, submitters, submission, sender, author, before);
            steps?.Add(new RuleStep(rule, outcome));
            if (outcome != RuleOutcome.Fits) continue;
            var derived = rule.Senders == SenderCondition.HostDerived ? _hostDerived.Of(sender, submission, author, rule.HostNames) : HostDerivation.None;
            return Apply(kept with { Rule = rule, HostDerived = derived }, rule.Target, author);
        }
        return kept;
    }

    private RuleOutcome Try(ReturnPathRule rule, SubmitterList submitters, Submission submission, Mailbox sender, DomainName? author, DomainAlignment before)
    {
        if (!submitters.Holds(submission)) return RuleOutcome.OtherSubmitter;
        var needsAuthor = rule.AuthorDomains.Count > 0 || rule.Senders == SenderCondition.Unaligned || rule.Target is ReturnPathTarget.Address { HasMark: true };
        if (needsAuthor && author is null) return RuleOutcome.NoAuthorDomain;
        if (rule.AuthorDomains.Count > 0 && !rule.AuthorDomains.Any(domain => author!.IsWithin(domain))) return RuleOutcome.OtherAuthor;
        return rule.Senders switch
        {
            SenderCondition.HostDerived when _hostDerived.Of(sender, submission, author, rule.HostNames) == HostDerivation.None => RuleOutcome.NotHostDerived,
            SenderCondition.Unaligned when before != DomainAlignment.None => RuleOutcome.Aligned,
            _ => RuleOutcome.Fits,
        };
    }

    private ReturnPathResult Apply(ReturnPathResult kept, ReturnPathTarget target, DomainName? author)
    {
        switch (target)
        {
            case ReturnPathTarget.Address address:
                var sender = address.For(author);
                return kept with { Sender = sender, IsChanged = sender != kept.Sender, After = AlignmentOf(sender[(sender.LastIndexOf('@') + 1)..], author) };
            case ReturnPathTarget.Verp verp:
                return kept with { VerpDomain = verp.Domain, IsChanged = true, After = _alignment.Between(verp.Domain, author) };
            default:
                return kept;
        }
    }

    // A name that is no domain, an address literal among them, aligns with nothing.
    private DomainAlignment AlignmentOf(string domain, DomainName? author) =>
        author is null ? DomainAlignment.Unknown : DomainName.TryParse(domain, out var name) ? _alignment.Between(name, author) : DomainAlignment.None;
}
