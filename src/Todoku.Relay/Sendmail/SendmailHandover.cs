using System.Net.Sockets;
using Todoku.Smtp.Client;
using Todoku.Smtp.Client.Connecting;
using Todoku.Smtp.Client.Messages;
using Todoku.Smtp.Client.Outcomes;
using Todoku.Smtp.Client.Tls;
using Todoku.Smtp.Envelopes;

namespace Todoku.Relay.Sendmail;

/// <summary>
/// Gives a message to the relay by its socket; what the relay can't take now is put into the spool folder.
/// </summary>
/// <param name="socket">The relay's socket.</param>
/// <param name="spool">The spool folder.</param>
/// <param name="time">The clock.</param>
public sealed class SendmailHandover(string socket, SpoolFolder spool, TimeProvider time)
{
    // One message of the relay; a longer list becomes several, below the limit that it sets (RFC 5321, section 4.5.3.1.8).
    private const int RecipientsAtOnce = 100;

    // A relay that does not answer must not hold up who sends: the spool folder takes less than that.
    private static readonly SmtpClientTimeouts Patience = new()
    {
        Connect = TimeSpan.FromSeconds(5),
        Greeting = TimeSpan.FromSeconds(10),
        Hello = TimeSpan.FromSeconds(10),
        MailFrom = TimeSpan.FromSeconds(20),
        RcptTo = TimeSpan.FromSeconds(20),
        Data = TimeSpan.FromSeconds(20),
        Block = TimeSpan.FromSeconds(30),
        EndOfData = TimeSpan.FromSeconds(60),
        Quit = TimeSpan.FromSeconds(1),
    };

    private readonly List<SendmailOutcome.RefusedRecipient> _refused = [];
    private string? _why;

    /// <summary>Gives a message over; once.</summary>
    public async Task<SendmailOutcome> RunAsync(SendmailEnvelope envelope, SendmailContent content, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        ArgumentNullException.ThrowIfNull(content);
        // The same on the socket and in the folder: the relay may have the message though it could not say so.
        envelope = envelope with { Key = envelope.Key ?? HandoverKey.Make() };
        var left = new List<string[]>();
        var opening = await OpenAsync(ct).ConfigureAwait(false);
        if (opening is SmtpOpening.Ready { Session: var session })
        {
            var host = HostOf(session);
            foreach (var some in envelope.Recipients.Chunk(RecipientsAtOnce))
            {
                if (!session.IsReusable)
                {
                    left.Add(some);
                    continue;
                }
                if (await SendAsync(session, envelope, some, content, host, left, ct).ConfigureAwait(false) is { } words)
                {
                    await session.DisposeAsync().ConfigureAwait(false);
                    return new SendmailOutcome.NotTaken(words);
                }
            }
            await session.QuitAsync(ct).ConfigureAwait(false);
        }
        else
        {
            _why = WordsOf(((SmtpOpening.Failed)opening).Outcome);
            left.AddRange(envelope.Recipients.Chunk(RecipientsAtOnce));
        }
        if (left.Count == 0) return new SendmailOutcome.HandedOver { Refused = _refused };
        return Keep(envelope, left, content);
    }

    private SendmailOutcome Keep(SendmailEnvelope envelope, List<string[]> left, SendmailContent content)
    {
        foreach (var some in left)
        {
            if (spool.Keep(envelope with { Recipients = some }, content) is not KeepOutcome.Kept and var failure) return new SendmailOutcome.Lost(_why ?? "", failure) { Refused = _refused };
        }
        return new SendmailOutcome.Kept(_why ?? "") { Refused = _refused };
    }

    private Task<SmtpOpening> OpenAsync(CancellationToken ct)
    {
        var place = new SmtpEndpoint(new UnixDomainSocketEndPoint(socket));
        var options = new SmtpClientOptions { HelloName = "localhost", Tls = new TlsSettings { Requirement = new TlsRequirement.None() }, Timeouts = Patience };
        return SmtpClientSession.OpenAsync(new SocketConnector(time), place, options, time, ct);
    }

    // Null unless the message as such was refused. Adds to "left" who has to be tried again.
    private async Task<string?> SendAsync(SmtpClientSession session, SendmailEnvelope envelope, string[] recipients, SendmailContent content, string host, List<string[]> left, CancellationToken ct)
    {
        var sender = envelope.Sender is { } from ? LocalAddress.Qualify(from, host) : null;
        // The addresses were looked at when the command line and the header were read.
        var boxes = recipients.Select(one => LocalAddress.Qualify(one, host) ?? throw new InvalidOperationException($"{one} is no address.")).ToArray();
        var outgoing = new OutgoingEnvelope(sender, envelope.Parameters, [.. boxes.Select(box => new OutgoingRecipient(box, new RecipientParameters { Notify = envelope.Notify }))]);
        var before = envelope.AuthorName is { } name ? MissingFrom.Field(name, sender, host) : [];
        using var stream = content.Open(before);
        var outcome = await session.SendAsync(outgoing, MessageContent.FromStream(stream, before.Length + content.Length, content.IsEightBit), ct).ConfigureAwait(false);
        switch (outcome)
        {
            case SmtpAttemptOutcome.Answered { Results: var results }:
                return Sort(recipients, results, left);
            case SmtpAttemptOutcome.Lost { Results.Count: > 0 } lost:
                _why ??= WordsOf(lost);
                return Sort(recipients, lost.Results, left);
            case SmtpAttemptOutcome.NotSent { Reason: NotSentReason.TooLarge } large:
                return large.Detail;
            default:
                _why ??= WordsOf(outcome);
                left.Add(recipients);
                return null;
        }
    }

    // Those that the relay may have are kept by themselves and in their order: by key and recipients it knows the message again.
    private string? Sort(string[] recipients, IReadOnlyList<RecipientResult> results, List<string[]> left)
    {
        List<string> maybe = [], putOff = [];
        for (var i = 0; i < recipients.Length; i++)
        {
            if (results[i].Status == RecipientStatus.Accepted) continue;
            if (results[i].Status == RecipientStatus.PossiblyDelivered)
            {
                maybe.Add(recipients[i]);
                continue;
            }
            if (results[i] is not { Status: RecipientStatus.Refused, Reply: { IsPermanent: true } reply })
            {
                _why ??= results[i].Reply?.ToString();
                putOff.Add(recipients[i]);
                continue;
            }
            // What is refused at the end of data, or for its sender, is refused for all.
            if (results[i].Stage != Mail.SmtpStage.RcptTo) return reply.ToString();
            _refused.Add(new SendmailOutcome.RefusedRecipient(recipients[i], reply));
        }
        if (maybe.Count > 0) left.Add([.. maybe]);
        if (putOff.Count > 0) left.Add([.. putOff]);
        return null;
    }

    // "220 mail.example.com ESMTP Todoku"
    private static string HostOf(SmtpClientSession session)
    {
        var words = (session.Greeting?.ToString() ?? "").Split(' ');
        return words.Length > 1 && LocalAddress.Qualify("postmaster", words[1]) is not null ? words[1] : Environment.MachineName;
    }

    private string WordsOf(SmtpAttemptOutcome outcome) => outcome switch
    {
        SmtpAttemptOutcome.NotConnected not => $"{socket}: {not.Detail}",
        SmtpAttemptOutcome.Refused refused => refused.Reply.ToString(),
        SmtpAttemptOutcome.Lost lost => $"{socket}: {(lost.Detail.Length > 0 ? lost.Detail : lost.Reason.ToString())}",
        SmtpAttemptOutcome.NotSent not => not.Detail,
        SmtpAttemptOutcome.ContentFailed failed => failed.Detail,
        _ => outcome.GetType().Name,
    };
}
