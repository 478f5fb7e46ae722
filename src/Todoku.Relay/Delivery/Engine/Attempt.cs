using System.Net;
using System.Net.Sockets;
using Todoku.Knowledge;
using Todoku.Mail;
using Todoku.Relay.Delivery.Decisions;
using Todoku.Relay.Delivery.Downgrade;
using Todoku.Relay.Delivery.Messages;
using Todoku.Relay.Delivery.Sessions;
using Todoku.Relay.Delivery.Shaping;
using Todoku.Relay.Delivery.Traces;
using Todoku.Relay.Queue.Outcomes;
using Todoku.Relay.Routing.Destinations;
using Todoku.Relay.Routing.Paths;
using Todoku.Smtp.Client;
using Todoku.Smtp.Client.Connecting;
using Todoku.Smtp.Client.Messages;
using Todoku.Smtp.Client.Outcomes;
using Todoku.Smtp.Client.Tls;
using Todoku.Smtp.Envelopes;
using Todoku.Smtp.Transcripts;

namespace Todoku.Relay.Delivery.Engine;

/// <summary>One attempt to hand a message to the servers at the end of one path: over a connection that waits, or over a new one to the first server that lets itself be reached.</summary>
internal sealed class Attempt(
    DeliveryParts parts, DeliveryOptions options, SessionPool sessions, LoadedMessage message, PathChoice.Use use, string provider, ShapeLimits limits, CancellationToken cancellation)
{
    private string _sender = "";

    /// <summary>Makes it. Every recipient has a decision afterwards.</summary>
    public async Task RunAsync(List<Pending> recipients, Destination.Servers? servers, string domain, ValueTask<WriteOutcome> begun)
    {
        _sender = message.Envelope.VerpDomain is null ? message.Envelope.Sender : parts.ReturnPaths.For(recipients[0].Entry.Id, message.Envelope, provider, use.Path.Name);
        if (use.Path is RelayPath.Maildir maildir)
        {
            if (await IsKeptAsync(recipients, begun).ConfigureAwait(false)) await new MaildirDelivery(parts.Clock.Time, maildir).RunAsync(message, recipients, WayTo("", null, null), cancellation).ConfigureAwait(false);
            return;
        }
        var left = recipients;
        var tries = 0;
        Task<WriteOutcome>? write = begun.AsTask();
        await foreach (var server in ServersAsync(servers).ConfigureAwait(false))
        {
            if (tries++ == options.Servers || left.Count == 0) break;
            left = await TryAsync(server, domain, left, write).ConfigureAwait(false);
        }
        if (tries == 0) await SettleWithoutServerAsync(recipients, write).ConfigureAwait(false);
    }

    // The record of the attempt must stand whatever comes of it; without it nothing may be sent.
    private async Task<bool> IsKeptAsync(List<Pending> recipients, ValueTask<WriteOutcome> begun)
    {
        if (await begun.ConfigureAwait(false) is WriteOutcome.Done) return true;
        Unwritten(recipients);
        return false;
    }

    private void Unwritten(List<Pending> recipients) =>
        Decide(recipients, GroupRun.Local(DeliveryAction.Retry, Cause.LocalConfig, "the queue can't be written, so nothing is sent"), WayTo("", null, null));

    private async Task SettleWithoutServerAsync(List<Pending> recipients, Task<WriteOutcome> write)
    {
        await write.ConfigureAwait(false);
        var words = use.Path is RelayPath.SmartHost host ? $"DNS does not know an address of {host.Host}" : "no server has an address that this path can reach";
        Decide(recipients, GroupRun.Local(DeliveryAction.Retry, Cause.HostNotFound, words), WayTo("", null, null));
    }

    private async IAsyncEnumerable<ServerAddress> ServersAsync(Destination.Servers? servers)
    {
        if (use.Path is RelayPath.SmartHost host)
        {
            var names = DomainName.TryParse(host.Host, out var name) ? name : null;
            foreach (var address in await parts.SmartHosts.FindAsync(host, cancellation).ConfigureAwait(false))
                yield return new ServerAddress(host.Host, names, new IPEndPoint(address, host.Port), host.Tls);
        }
        else if (use.Path is RelayPath.Direct direct && servers is not null)
        {
            foreach (var server in servers.Hosts)
            {
                foreach (var address in server.Addresses)
                {
                    if (address.AddressFamily == AddressFamily.InterNetworkV6 ? direct.UsesIPv6 : direct.UsesIPv4)
                        yield return new ServerAddress(server.Name.ToString(), server.Name, new IPEndPoint(address, direct.Port), server.Tls);
                }
            }
        }
    }

    // Gives the recipients for whom the next server is to be tried.
    private async Task<List<Pending>> TryAsync(ServerAddress server, string domain, List<Pending> recipients, Task<WriteOutcome> write)
    {
        var key = new SessionKey(use.Path, server.Host, server.Tls);
        while (true)
        {
            var session = sessions.TryTake(key);
            var isReused = session is not null;
            if (session is null)
            {
                var transcript = new Transcript(parts.Clock.Time);
                var opening = await OpenAsync(server, transcript).ConfigureAwait(false);
                if (opening is SmtpOpening.Failed failed)
                {
                    Trace(server, recipients, transcript);
                    parts.Connections.Connected(server.EndPoint.Address, (failed.Outcome as SmtpAttemptOutcome.NotConnected)?.Reason);
                    if (failed.Outcome is SmtpAttemptOutcome.TlsFailed && server is { Name: { } broken, Tls: TlsRequirement.Opportunistic } && use.Path is RelayPath.Direct) parts.Connections.Broken(broken);
                    await write.ConfigureAwait(false);
                    return Conclude(failed.Outcome, recipients, WayTo(server.Host, server.EndPoint, null), server, domain, null);
                }
                session = ((SmtpOpening.Ready)opening).Session;
                parts.Connections.Connected(server.EndPoint.Address, null);
            }
            // What a smart host does says nothing of the domain behind it.
            if (use.Path is RelayPath.Direct && server.Name is not null && DomainName.TryParse(domain, out var name)) parts.Connections.Secured(name, server.Name, session.Tls);
            if (await write.ConfigureAwait(false) is not WriteOutcome.Done)
            {
                sessions.Give(key, session, limits.MessagesPerConnection);
                Unwritten(recipients);
                return [];
            }
            var outcome = await SendAsync(session, server.Host, Envelope(recipients)).ConfigureAwait(false);
            var way = WayTo(server.Host, session.Remote as IPEndPoint ?? server.EndPoint, session);
            if (parts.Traces.KeepsAll || !IsTaken(outcome)) Trace(server, recipients, session.Transcript);
            var hasDsn = session.Capabilities.DeliveryNotifications;
            sessions.Give(key, session, limits.MessagesPerConnection);
            // The server had closed a connection that waited: that is no answer to this message.
            if (isReused && outcome is SmtpAttemptOutcome.Lost { IsStaleConnection: true }) continue;
            return Conclude(outcome, recipients, way, server, domain, hasDsn);
        }
    }

    // Before the session is given back: whoever takes it next writes over it.
    private void Trace(ServerAddress server, List<Pending> recipients, Transcript? transcript)
    {
        if (transcript is null) return;
        var name = $"{server.Host}[{server.EndPoint.Address}]:{server.EndPoint.Port}";
        parts.Traces.Keep(message.Stored.Id, new SessionTrace([.. recipients.Select(one => one.Entry.Id.Recipient)], use.Path.Name, name, transcript.Excerpt()));
    }

    private static bool IsTaken(SmtpAttemptOutcome outcome)
    {
        if (outcome is not SmtpAttemptOutcome.Answered answered) return false;
        foreach (var result in answered.Results)
        {
            if (result.Status != RecipientStatus.Accepted) return false;
        }
        return true;
    }

    // What needs SMTPUTF8 can't be converted (RFC 6531, section 3.6): the session says so, before anything is sent.
    private async Task<SmtpAttemptOutcome> SendAsync(SmtpClientSession session, string host, OutgoingEnvelope envelope)
    {
        var isConverted = message.IsEightBit && !session.Capabilities.EightBitMime && !envelope.NeedsInternationalMail;
        if (!isConverted) return await session.SendAsync(envelope, message.Content(), cancellation).ConfigureAwait(false);
        var converted = await parts.Downgrade.ConvertAsync(message, host, cancellation).ConfigureAwait(false);
        return converted switch
        {
            DowngradeOutcome.NotPossible not => new SmtpAttemptOutcome.NotSent(SmtpStage.MailFrom, NotSentReason.NeedsDowngrade, not.Why),
            DowngradeOutcome.NotNow not => new SmtpAttemptOutcome.ContentFailed(not.Why),
            _ => await session.SendAsync(envelope, MessageContent.FromOctets(((DowngradeOutcome.Converted)converted).Octets), cancellation).ConfigureAwait(false),
        };
    }

    private Task<SmtpOpening> OpenAsync(ServerAddress server, Transcript transcript)
    {
        var (hello, source, credentials, isImplicit) = use.Path switch
        {
            RelayPath.Direct direct => (direct.HelloName, server.EndPoint.AddressFamily == AddressFamily.InterNetworkV6 ? direct.SourceIPv6 : direct.SourceIPv4, null, false),
            RelayPath.SmartHost host => (host.HelloName, host.Source, host.Credentials, host.HasImplicitTls),
            _ => throw new InvalidOperationException("A maildir has no server."),
        };
        var session = new SmtpClientOptions
        {
            HelloName = hello,
            Credentials = credentials,
            Timeouts = options.Timeouts,
            Transcript = transcript,
            Tls = new TlsSettings { Requirement = server.Tls, ServerName = server.Name, IsImplicit = isImplicit },
        };
        return SmtpClientSession.OpenAsync(parts.Connector, new SmtpEndpoint(server.EndPoint) { Source = source }, session, parts.Clock.Time, cancellation);
    }

    private OutgoingEnvelope Envelope(List<Pending> recipients)
    {
        var envelope = message.Envelope;
        Mailbox? sender = null;
        if (_sender.Length > 0 && !MailboxParser.TryParse(System.Text.Encoding.UTF8.GetBytes(_sender), out sender)) sender = null;
        var parameters = new MailParameters
        {
            Body = message.IsEightBit ? BodyType.EightBitMime : BodyType.Unsaid,
            IsInternational = envelope.Needs.HasFlag(Queue.ContentNeeds.Utf8),
            RequiresTls = envelope.Needs.HasFlag(Queue.ContentNeeds.Tls),
            EnvelopeId = envelope.DsnEnvelopeId,
            Return = envelope.DsnReturn switch
            {
                Queue.DsnReturn.Full => DsnReturn.Full,
                Queue.DsnReturn.Headers => DsnReturn.Headers,
                _ => DsnReturn.Unsaid,
            },
        };
        return new OutgoingEnvelope(sender, parameters, [.. recipients.Select(one => one.Outgoing!)]);
    }

    private List<Pending> Conclude(SmtpAttemptOutcome outcome, List<Pending> recipients, AttemptWay way, ServerAddress server, string domain, bool? hasDsn)
    {
        var context = new DecisionContext(provider, server.Host, domain, use.Path);
        var next = new List<Pending>();
        for (var i = 0; i < recipients.Count; i++)
        {
            var one = recipients[i];
            one.Decision = parts.Policy.Decide(outcome, i, context);
            one.Way = way;
            one.IsTold = hasDsn == true;
            one.IsPossiblyTwice |= outcome is SmtpAttemptOutcome.Lost { IsPossiblyDelivered: true };
            if (one.Decision.Action == DeliveryAction.NextServer) next.Add(one);
        }
        return next;
    }

    private static void Decide(List<Pending> recipients, DeliveryDecision decision, AttemptWay way)
    {
        foreach (var one in recipients) (one.Decision, one.Way) = (decision, way);
    }

    private AttemptWay WayTo(string host, IPEndPoint? remote, SmtpClientSession? session) => new(use.Path.Name, use.IsProbe, _sender)
    {
        Host = host,
        Remote = remote,
        Local = (session?.Local as IPEndPoint)?.Address,
        Tls = session?.Tls is { } tls ? $"{tls.Protocol} {tls.Cipher}" : "",
    };
}
