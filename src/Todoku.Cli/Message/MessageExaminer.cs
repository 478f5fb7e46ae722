using System.Text;
using Todoku.Authentication.Messages;
using Todoku.Cli.Commands;
using Todoku.Cli.Explain;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Checks.Messages;
using Todoku.Diagnosis.Messages;
using Todoku.Mail.Messages.Notices;
using Todoku.Diagnosis.Messages.Routes;
using Todoku.Diagnosis.Reports.Checks;
using Todoku.Dns;
using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Cli.Message;

/// <summary>Finds out all about one message: how it came, what receivers say to it, all points, and what a bounce means.</summary>
internal sealed class MessageExaminer(KnowledgeBase knowledge, CliTexts texts, MessageAuthenticator authenticator, TimeProvider time)
{
    private readonly Explainer _explainer = new(knowledge, texts.Language);

    /// <summary>Examines.</summary>
    /// <param name="message">The message.</param>
    /// <param name="number">Its place in the mailbox.</param>
    /// <param name="name">What the report calls it.</param>
    /// <param name="given">What the command line says of how it came.</param>
    /// <param name="dns">Whom to ask.</param>
    /// <param name="asOf">The time that signatures must not have expired at.</param>
    /// <param name="cancellationToken">The user breaks off.</param>
    public async Task<MessageExamination> ExamineAsync(
        MessageSubject message, int number, string name, MessageRequest given, IDnsResolver dns, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        var envelope = EnvelopeOf(message, given);
        var request = given with { Message = message.Headers, Ip = envelope.Ip, Sender = envelope.Sender ?? "", Helo = envelope.Helo };
        var authentication = await authenticator.EvaluateAsync(request, dns, asOf, cancellationToken);
        var context = new MessageContext(message, envelope, dns, knowledge, time) { Authentication = authentication };
        var results = await ResultsAsync(context, dns, cancellationToken);
        var sender = SenderOf(message.Notice);
        var failures = message.Notice.Recipients.Select(recipient => (recipient, Explain(recipient, sender))).ToArray();
        var report = new CheckReportBuilder(knowledge, texts.Language, TodokuCommand.Version).Build(
            name, MessageFacts.Of(message, envelope, authentication, texts), ValuesOf(message, envelope, authentication), results);
        return new MessageExamination(number, message, envelope, authentication, report, failures);
    }

    // What the user says comes first; an address given goes with the null sender when no Return-Path tells another one.
    private MessageEnvelope EnvelopeOf(MessageSubject message, MessageRequest given)
    {
        var read = EnvelopeReader.Read(message.Headers, message.Hops, host => knowledge.OrganizationalDomain(Encoding.ASCII.GetBytes(host)));
        var envelope = given.Ip is { } ip ? read with { Ip = ip, IpSource = EnvelopeSource.Given, IpField = "", Helo = "" } : read;
        if (given.Helo.Length > 0) envelope = envelope with { Helo = given.Helo };
        return given.Sender.Length > 0 ? envelope with { Sender = given.Sender, SenderSource = EnvelopeSource.Given } : envelope;
    }

    // Of a bounce the returned message is of interest, not the notice: its own server wrote that.
    private async Task<IReadOnlyList<CheckResult>> ResultsAsync(MessageContext context, IDnsResolver dns, CancellationToken cancellationToken)
    {
        var notice = context.Message.Notice;
        if (notice.Kind is MessageKind.None or MessageKind.AutoReply) return await MessageCatalogue.RunAsync(context, cancellationToken);
        var results = await new NoticePoint().RunAsync(context, cancellationToken);
        if (notice.Returned.IsEmpty) return results;
        var returned = MessageSubject.ReadHeader(notice.Returned);
        if (returned.AuthorDomainName is null) return results;
        var inner = new MessageContext(returned, new MessageEnvelope(null, EnvelopeSource.Unknown, "", null, EnvelopeSource.Unknown, ""), dns, knowledge, time);
        // Services black out addresses and fields before they pass a complaint on.
        var points = notice.Kind == MessageKind.Complaint ? await new UnsubscribePoint().RunAsync(inner, cancellationToken) : await MessageCatalogue.RunAsync(inner, cancellationToken);
        return [.. results, .. points];
    }

    private Explanation? Explain(FailedRecipient recipient, IReadOnlyList<ReplyValue> sender)
    {
        var words = recipient.Diagnostic.Length > 0 ? recipient.Diagnostic : recipient.Status;
        return words.Length == 0 || recipient.Action is "delivered" or "relayed" or "expanded" ? null : _explainer.Explain(words, recipient.RemoteHost, sender);
    }

    // Commands and records are to name the domain that the returned message was from.
    private static IReadOnlyList<ReplyValue> SenderOf(MessageNotice notice) =>
        !notice.Returned.IsEmpty && MessageSubject.ReadHeader(notice.Returned).AuthorDomainName is { } author ? SubjectFacts.ValuesOf(new CheckSubject { Domain = author }) : [];

    private static IReadOnlyList<ReplyValue> ValuesOf(MessageSubject message, MessageEnvelope envelope, MessageAuthentication authentication)
    {
        if (message.AuthorDomainName is not { } author) return [];
        return SubjectFacts.ValuesOf(new CheckSubject
        {
            Domain = author,
            Addresses = envelope.Ip is { } ip ? [ip] : [],
            HeloName = DomainName.TryParse(envelope.Helo, out var helo) ? helo : null,
            Selectors = [.. authentication.Dkim.Signatures.Take(1).Select(check => new SelectorHint(check.Signature.Selector, check.Signature.Domain, SelectorOrigin.Given))],
        });
    }
}
