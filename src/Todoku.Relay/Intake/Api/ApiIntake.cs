using System.Buffers;
using System.Net;
using MimeKit;
using Todoku.Relay.Intake.Smtp;
using Todoku.Relay.Sendmail;
using Todoku.Smtp.Envelopes;
using Todoku.Smtp.Replies;
using Todoku.Smtp.Server;
using Todoku.Smtp.Server.Receiving;

namespace Todoku.Relay.Intake.Api;

/// <summary>The door for programs that speak HTTP: what they describe, or hand over as it is, goes the way of all mail. What is refused there is refused here.</summary>
/// <param name="receiver">The way of all mail.</param>
/// <param name="limits">Limits.</param>
public sealed class ApiIntake(RelayReceiver receiver, ApiLimits limits)
{
    private static readonly IPEndPoint Nowhere = new(IPAddress.Loopback, 0);

    /// <summary>Queues a message that is described.</summary>
    public async Task<ApiOutcome> SubmitAsync(ApiMail mail, ApiSubmitter submitter, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(mail);
        ArgumentNullException.ThrowIfNull(submitter);
        var (envelope, content, problem) = new ApiMailReader(limits).Read(mail);
        return problem is not null ? new ApiOutcome.Refused(problem) : await SendAsync(envelope!, content!, submitter, cancellation).ConfigureAwait(false);
    }

    /// <summary>Queues a message as it is (RFC 5322).</summary>
    /// <param name="content">The message; its line ends become CRLF.</param>
    /// <param name="sender">The envelope sender, empty for the null sender; null: the address of the From field.</param>
    /// <param name="recipients">The recipients; empty: those of To, Cc and Bcc.</param>
    /// <param name="submitter">Who hands it in.</param>
    /// <param name="cancellation">Ends it, as long as nothing is queued.</param>
    public async Task<ApiOutcome> SubmitAsync(ReadOnlyMemory<byte> content, string? sender, IReadOnlyList<string> recipients, ApiSubmitter submitter, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(recipients);
        ArgumentNullException.ThrowIfNull(submitter);
        var (envelope, problem) = EnvelopeOf(content, sender, recipients);
        if (problem is not null) return new ApiOutcome.Refused(problem);
        var lines = new CommandInput(endsAtDot: false);
        var octets = new ArrayBufferWriter<byte>(content.Length + 1024);
        lines.Take(content.Span, octets);
        lines.Finish(octets);
        return await SendAsync(envelope!, octets.WrittenMemory, submitter, cancellation).ConfigureAwait(false);
    }

    private (ApiEnvelope? Envelope, ApiProblem? Problem) EnvelopeOf(ReadOnlyMemory<byte> content, string? sender, IReadOnlyList<string> recipients)
    {
        var reader = new ApiMailReader(limits);
        if (recipients.Count == 0 || sender is null)
        {
            HeaderList header;
            try
            {
                // The header alone: the message may be large.
                var end = content.Span.IndexOf("\n\r\n"u8) is >= 0 and var crlf ? crlf : content.Span.IndexOf("\n\n"u8);
                using var stream = new MemoryStream(content[..(end < 0 ? content.Length : end + 1)].ToArray(), writable: false);
                header = HeaderList.Load(ParserOptions.Default, stream, CancellationToken.None);
            }
            catch (FormatException error)
            {
                return (null, new ApiProblem(ApiProblemKind.Invalid, $"the message has no header that can be read ({error.Message})", "", "Send a message (RFC 5322), or name sender and to in the query."));
            }
            if (recipients.Count == 0) recipients = [.. AddressesOf(header, "To"), .. AddressesOf(header, "Cc"), .. AddressesOf(header, "Bcc")];
            sender ??= AddressesOf(header, "From").FirstOrDefault();
        }
        if (sender is null) return (null, new ApiProblem(ApiProblemKind.Invalid, "there is no From field with an address", "From", "Write one, or name the sender in the query."));
        if (recipients.Count == 0) return (null, new ApiProblem(ApiProblemKind.Invalid, "there is no recipient", "to", "Write To, Cc or Bcc, or name recipients in the query: ?to=user@example.com."));
        if (recipients.Count > limits.Recipients) return (null, new ApiProblem(ApiProblemKind.Invalid, $"there are {recipients.Count} recipients", "to", $"Send {limits.Recipients} at a time."));
        var mailboxes = new List<Mailbox>(recipients.Count);
        foreach (var text in recipients)
        {
            var (mailbox, problem) = reader.ReadMailbox(text, "to");
            if (problem is not null) return (null, problem);
            mailboxes.Add(mailbox!);
        }
        if (sender.Length == 0) return (new ApiEnvelope(null, [.. mailboxes.Distinct()]), null);
        var (from, wrong) = reader.ReadMailbox(sender, "sender");
        return wrong is not null ? (null, wrong) : (new ApiEnvelope(from, [.. mailboxes.Distinct()]), null);
    }

    private async Task<ApiOutcome> SendAsync(ApiEnvelope wish, ReadOnlyMemory<byte> content, ApiSubmitter submitter, CancellationToken cancellation)
    {
        var client = new SmtpClientInfo { SessionId = IntakeDoors.HttpSession, Address = submitter.Address, LocalEndPoint = Nowhere, User = submitter.Key, IsExtended = true, MayRelay = true };
        var isInternational = wish.Sender?.IsInternational == true || wish.Recipients.Any(one => one.IsInternational);
        var parameters = new MailParameters { Size = content.Length, IsInternational = isInternational };
        var accepted = new List<EnvelopeRecipient>(wish.Recipients.Count);
        if (await receiver.AcceptSenderAsync(client, new Envelope(wish.Sender, parameters), cancellation).ConfigureAwait(false) is { } trouble) return Refused(trouble, "");
        foreach (var mailbox in wish.Recipients)
        {
            var verdict = await receiver.AcceptRecipientAsync(client, new Envelope(wish.Sender, parameters, accepted), mailbox, RecipientParameters.None, cancellation).ConfigureAwait(false);
            if (verdict is RecipientVerdict.Refused no) return Refused(no.Reply, mailbox.ToString());
            accepted.Add(new EnvelopeRecipient(mailbox, RecipientParameters.None, verdict is RecipientVerdict.Local));
        }
        var opening = await receiver.OpenAsync(client, new Envelope(wish.Sender, parameters, accepted) { Key = submitter.IdempotencyKey }, cancellation).ConfigureAwait(false);
        if (opening is MessageOpening.Refused refused) return Refused(refused.Reply, "");
        var sink = ((MessageOpening.Opened)opening).Sink;
        await using var _ = sink.ConfigureAwait(false);
        if (sink is not RelaySink relay) return new ApiOutcome.Refused(new ApiProblem(ApiProblemKind.Refused, "a return path takes bounces only, by SMTP", "/to", "Name another recipient."));
        await sink.WriteAsync(content, cancellation).ConfigureAwait(false);
        var reply = await sink.CommitAsync(cancellation).ConfigureAwait(false);
        return relay.Queued is { } queued ? new ApiOutcome.Queued(queued.Id, queued.IsRepeated) : Refused(reply, "");
    }

    private static ApiOutcome.Refused Refused(Reply reply, string recipient)
    {
        var words = recipient.Length == 0 ? reply.ToString() : $"{recipient}: {reply}";
        return new ApiOutcome.Refused(reply.IsPermanent
            ? new ApiProblem(ApiProblemKind.Refused, words, recipient.Length == 0 ? "" : "/to", "Change the message; it will not be taken as it is.")
            : new ApiProblem(ApiProblemKind.NotNow, words, "", "Try again later, with the same Idempotency-Key."));
    }

    private static IEnumerable<string> AddressesOf(HeaderList header, string field) => header
        .Where(one => one.Field.Equals(field, StringComparison.OrdinalIgnoreCase))
        .SelectMany(one => InternetAddressList.TryParse(one.RawValue, out var list) ? list.Mailboxes.Select(mailbox => mailbox.Address) : []);
}
