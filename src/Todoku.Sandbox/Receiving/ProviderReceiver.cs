using System.Net;
using System.Runtime.CompilerServices;
using Todoku.Authentication.Messages;
using Todoku.Authentication.Spf;
using Todoku.Dns;
using Todoku.Mail;
using Todoku.Mail.Messages;
using Todoku.Sandbox.Mails;
using Todoku.Sandbox.Scenarios;
using Todoku.Smtp.Envelopes;
using Todoku.Smtp.Replies;
using Todoku.Smtp.Server;
using Todoku.Smtp.Server.Receiving;

namespace Todoku.Sandbox.Receiving;

/// <summary>
/// A provider: gathers what is known at each stage of a session, asks its profile, and answers. What it refuses is kept as what it takes is, so that both can be looked at
/// afterwards.
/// </summary>
public sealed class ProviderReceiver : ISmtpReceiver
{
    // The unlucky ones of chance.
    private const int Odds = 3;

    // Stands for a recipient that there is none of, where a provider lists no users.
    private const string NobodyPrefix = "unknown";

    private readonly ScenarioProvider _provider;
    private readonly Profile _profile;
    private readonly ProviderParts _parts;
    private readonly ReplyFiller _filler;
    private readonly MessageAuthenticator _authenticator;
    private readonly SpfEvaluator _spf;
    private readonly TrafficCount _traffic;
    private readonly Greylist _greylist;
    private readonly Random _chance;
    private readonly ConditionalWeakTable<Envelope, SpfResult> _spfResults = [];

    /// <summary>Makes it.</summary>
    /// <param name="provider">Which one it is.</param>
    /// <param name="profile">How it judges.</param>
    /// <param name="parts">What it stands on.</param>
    /// <param name="chance">What is left to chance.</param>
    public ProviderReceiver(ScenarioProvider provider, Profile profile, ProviderParts parts, Random chance)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(parts);
        (_provider, _profile, _parts, _chance) = (provider, profile, parts, chance);
        _filler = new ReplyFiller(parts.Knowledge);
        _authenticator = new MessageAuthenticator(parts.Time) { Suffixes = parts.Knowledge.PublicSuffixes };
        _spf = new SpfEvaluator(parts.Time);
        _traffic = new TrafficCount(profile.Messages, profile.Window, parts.Time);
        _greylist = new Greylist(profile.Greylist, parts.Time);
        Reputations = new ReputationBook(parts.Time);
    }

    /// <summary>Its server's name.</summary>
    public DomainName Host => _provider.Host;

    /// <summary>The most octets of a message.</summary>
    public long MessageSize => _profile.Size;

    /// <summary>What it thinks of senders.</summary>
    public ReputationBook Reputations { get; }

    /// <summary>Whether its server takes connections.</summary>
    public bool IsUp { get; set; } = true;

    /// <inheritdoc/>
    public async ValueTask<ClientVerdict> AcceptClientAsync(SmtpClientInfo client, CancellationToken cancellationToken)
    {
        _parts.Look();
        if (!IsUp) return new ClientVerdict.Dropped();
        var judgement = await OfClientAsync(client, cancellationToken);
        if (Decide(SmtpStage.Banner, judgement) is not { } rule) return new ClientVerdict.Welcome();
        if (rule.Says.Length == 0) return new ClientVerdict.Dropped();
        return new ClientVerdict.Refused(Refuse(rule, judgement));
    }

    /// <inheritdoc/>
    public async ValueTask<Reply?> AcceptSenderAsync(SmtpClientInfo client, Envelope envelope, CancellationToken cancellationToken)
    {
        _parts.Look();
        var judgement = await OfSenderAsync(client, envelope, cancellationToken);
        return Decide(SmtpStage.MailFrom, judgement) is { } rule ? Refuse(rule, judgement) : null;
    }

    /// <inheritdoc/>
    public async ValueTask<RecipientVerdict> AcceptRecipientAsync(SmtpClientInfo client, Envelope envelope, Mailbox recipient, RecipientParameters parameters, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        _parts.Look();
        if (!_provider.Domains.Any(domain => string.Equals(domain.ToString(), recipient.Domain, StringComparison.OrdinalIgnoreCase))) return new RecipientVerdict.Remote();
        var judgement = await OfSenderAsync(client, envelope, cancellationToken);
        judgement = judgement with
        {
            Recipient = recipient,
            RecipientExists = Exists(recipient),
            IsFirstSeen = Asks(Condition.FirstSeen) && _greylist.IsNew(judgement.Facts.Address, envelope.Sender?.ToString() ?? "", recipient.ToString()),
        };
        if (!judgement.RecipientExists) Reputations.UnknownUser(judgement.Facts.Address);
        return Decide(SmtpStage.RcptTo, judgement) is { } rule ? new RecipientVerdict.Refused(Refuse(rule, judgement)) : new RecipientVerdict.Local();
    }

    /// <inheritdoc/>
    public ValueTask<MessageOpening> OpenAsync(SmtpClientInfo client, Envelope envelope, CancellationToken cancellationToken) => new(new MessageOpening.Opened(new Sink(this, client, envelope)));

    private async ValueTask<Reply> TakeAsync(SmtpClientInfo client, Envelope envelope, ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        _parts.Look();
        var before = await OfSenderAsync(client, envelope, ct);
        var request = new MessageRequest
        {
            Message = MessageHeaders.Parse(content),
            Ip = before.Facts.Address,
            Sender = envelope.Sender?.ToString() ?? "",
            Helo = client.HelloName ?? "",
            Receiver = _provider.Host.ToString(),
        };
        var judgement = before with
        {
            Recipient = envelope.Recipients[0].Mailbox,
            Message = await _authenticator.EvaluateAsync(request, _parts.Dns, _parts.Time.GetUtcNow(), ct),
        };
        if (judgement.Author is { } author) judgement = judgement with { DomainScore = Reputations.Of(author) };
        _traffic.Add(judgement.Facts.Address);
        var rule = Decide(SmtpStage.EndOfData, judgement);
        Reputations.Judged(judgement.Facts.Address, judgement.Author, judgement.IsAligned && !judgement.Holds(Condition.Unauthenticated));
        return rule is not null ? Refuse(rule, judgement, content) : Keep(judgement, content);
    }

    private async ValueTask<Judgement> OfClientAsync(SmtpClientInfo client, CancellationToken ct)
    {
        var address = _parts.Addresses.Of(client.Address);
        var (names, isConfirmed) = await ClientFacts.AskAsync(address, _parts.Dns, ct);
        var lists = await _parts.Listings.OfAsync(address, ct);
        return new Judgement
        {
            Client = client,
            OrganizationOf = domain => _parts.Knowledge.OrganizationalDomain(System.Text.Encoding.ASCII.GetBytes(domain.ToString())),
            Facts = new ClientFacts(address, names, isConfirmed, lists, Reputations.Of(address)),
            IsTooFast = _traffic.IsFull(address),
            IsUnlucky = Asks(Condition.Sometimes) && IsUnlucky(),
        };
    }

    private async ValueTask<Judgement> OfSenderAsync(SmtpClientInfo client, Envelope envelope, CancellationToken ct)
    {
        var judgement = await OfClientAsync(client, ct);
        return judgement with
        {
            Envelope = envelope,
            HelloHasAddress = !Asks(Condition.HelloUnknown) || (DomainName.TryParse(client.HelloName, out var hello) && await HasAddressAsync(hello, ct)),
            SenderDomainExists = envelope.Sender is not { } sender || !Asks(Condition.SenderDomainUnknown) || (DomainName.TryParse(sender.Domain, out var domain) && await TakesMailAsync(domain, ct)),
            Spf = await SpfAsync(client, envelope, judgement.Facts.Address, ct),
        };
    }

    private async ValueTask<SpfResult> SpfAsync(SmtpClientInfo client, Envelope envelope, IPAddress address, CancellationToken ct)
    {
        if (_spfResults.TryGetValue(envelope, out var known)) return known;
        var request = new SpfRequest { Ip = address, Sender = envelope.Sender?.ToString() ?? "", Helo = client.HelloName ?? "", Receiver = _provider.Host.ToString() };
        var result = await _spf.EvaluateAsync(request, _parts.Dns, ct);
        _spfResults.AddOrUpdate(envelope, result);
        return result;
    }

    private async ValueTask<bool> TakesMailAsync(DomainName domain, CancellationToken ct) =>
        await _parts.Dns.AskAsync(domain, DnsRecordType.MX, ct) is DnsAnswer.Found || await HasAddressAsync(domain, ct);

    private async ValueTask<bool> HasAddressAsync(DomainName name, CancellationToken ct) =>
        await _parts.Dns.AskAsync(name, DnsRecordType.A, ct) is DnsAnswer.Found || await _parts.Dns.AskAsync(name, DnsRecordType.AAAA, ct) is DnsAnswer.Found;

    private bool Exists(Mailbox recipient) => _provider.Users.Count > 0
        ? _provider.Users.Contains(recipient.LocalPart, StringComparer.OrdinalIgnoreCase)
        : !recipient.LocalPart.StartsWith(NobodyPrefix, StringComparison.OrdinalIgnoreCase);

    // Chance is only drawn from where it is asked for, so that one provider does not change another's.
    private bool IsUnlucky()
    {
        lock (_chance) return _chance.Next(Odds) == 0;
    }

    private bool Asks(Condition condition) => _profile.Rules.Any(rule => rule.When.Contains(condition));

    private ProfileRule? Decide(SmtpStage stage, Judgement judgement) => _profile.Rules.FirstOrDefault(rule => rule.Stage == stage && rule.When.All(judgement.Holds));

    private Reply Refuse(ProfileRule rule, Judgement judgement, ReadOnlyMemory<byte> content = default)
    {
        var reply = _filler.Make(rule.Says, rule.Sample, judgement.Values);
        _parts.Mails.Add(Mail(judgement, reply, content) with { Because = [.. rule.When.Select(Conditions.WordOf)], Rule = rule.Says });
        return reply;
    }

    private Reply Keep(Judgement judgement, ReadOnlyMemory<byte> content)
    {
        var reply = Reply.Of(250, 2, 0, "OK: kept in the sandbox");
        _parts.Mails.Add(Mail(judgement, reply, content) with { IsAccepted = true, Message = content });
        return reply;
    }

    private StoredMail Mail(Judgement judgement, Reply reply, ReadOnlyMemory<byte> content)
    {
        IReadOnlyList<string> recipients = judgement.Message is null && judgement.Recipient is { } one
            ? [one.ToString()]
            : [.. (judgement.Envelope?.Recipients ?? []).Select(recipient => recipient.Mailbox.ToString())];
        return new StoredMail(
            0, _parts.Time.GetLocalNow(), _provider.Host.ToString(), _profile.Id, judgement.Facts.Address, judgement.Client.HelloName ?? "", judgement.Envelope?.Sender?.ToString() ?? "", recipients)
        {
            Reply = reply.ToString(),
            Names = [.. judgement.Facts.Names.Select(name => name.ToString())],
            Blocklists = [.. judgement.Facts.Blocklists.Select(name => name.ToString())],
            Score = judgement.Facts.Score,
            AuthorDomain = judgement.Author?.ToString() ?? "",
            Authentication = judgement.Message is { } message ? AuthenticationWords.Of(message) : "",
            Subject = content.IsEmpty ? "" : FieldText.Of(MessageHeaders.Parse(content), "Subject"u8),
        };
    }

    private sealed class Sink(ProviderReceiver receiver, SmtpClientInfo client, Envelope envelope) : ISmtpMessageSink
    {
        private readonly MemoryStream _content = new();

        public ValueTask WriteAsync(ReadOnlyMemory<byte> octets, CancellationToken cancellationToken)
        {
            _content.Write(octets.Span);
            return ValueTask.CompletedTask;
        }

        // The sandbox promises nothing about the loss of power; what it keeps is gone when it ends.
        public ValueTask<Reply> CommitAsync(CancellationToken cancellationToken) => receiver.TakeAsync(client, envelope, _content.ToArray(), cancellationToken);

        public ValueTask DisposeAsync() => _content.DisposeAsync();
    }
}
