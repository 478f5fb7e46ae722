using System.Text;
using Todoku.Smtp.Envelopes;
using Todoku.Smtp.Replies;
using Todoku.Smtp.Server;
using Todoku.Smtp.Server.Receiving;

namespace Todoku.Smtp.Tests.Server;

/// <summary>Keeps messages in memory. The domain local.test is its own; users there are user and postmaster.</summary>
internal sealed class FakeReceiver : ISmtpReceiver
{
    /// <summary>Messages that were committed.</summary>
    public List<(Envelope Envelope, string Text)> Committed { get; } = [];

    /// <summary>How many sinks were opened, and how many were disposed.</summary>
    public (int Opened, int Disposed) Sinks { get; private set; }

    /// <summary>Whether a client is greeted.</summary>
    public Func<ClientVerdict> Greet { get; set; } = () => new ClientVerdict.Welcome();

    /// <summary>What the commit answers.</summary>
    public Func<Reply> Commit { get; set; } = () => Reply.Of(250, 0, 0, "Queued");

    /// <summary>Whether messages are taken.</summary>
    public Func<Reply?> Open { get; set; } = () => null;

    /// <summary>Whether a sender is taken.</summary>
    public Func<Envelope, Reply?> Sender { get; set; } = _ => null;

    /// <summary>Is called with each write.</summary>
    public Action<int> Write { get; set; } = _ => { };

    /// <summary>Who the client was when it was asked last.</summary>
    public SmtpClientInfo? Client { get; private set; }

    public ValueTask<ClientVerdict> AcceptClientAsync(SmtpClientInfo client, CancellationToken cancellationToken) => new(Greet());

    public ValueTask<Reply?> AcceptSenderAsync(SmtpClientInfo client, Envelope envelope, CancellationToken cancellationToken)
    {
        Client = client;
        return new(Sender(envelope));
    }

    public ValueTask<RecipientVerdict> AcceptRecipientAsync(
        SmtpClientInfo client, Envelope envelope, Mailbox recipient, RecipientParameters parameters, CancellationToken cancellationToken)
    {
        Client = client;
        if (recipient.Domain.Length > 0 && recipient.Domain != "local.test") return new(new RecipientVerdict.Remote());
        var isKnown = recipient.LocalPart.Equals("postmaster", StringComparison.OrdinalIgnoreCase) || recipient.LocalPart == "user";
        return new(isKnown ? new RecipientVerdict.Local() : new RecipientVerdict.Refused(Reply.Of(550, 1, 1, "No such user")));
    }

    public ValueTask<MessageOpening> OpenAsync(SmtpClientInfo client, Envelope envelope, CancellationToken cancellationToken)
    {
        if (Open() is { } refusal) return new(new MessageOpening.Refused(refusal));
        Sinks = Sinks with { Opened = Sinks.Opened + 1 };
        return new(new MessageOpening.Opened(new Sink(this, envelope)));
    }

    private sealed class Sink(FakeReceiver owner, Envelope envelope) : ISmtpMessageSink
    {
        private readonly StringBuilder _text = new();
        private bool _isDisposed;

        public ValueTask WriteAsync(ReadOnlyMemory<byte> octets, CancellationToken cancellationToken)
        {
            owner.Write(octets.Length);
            _text.Append(Encoding.Latin1.GetString(octets.Span));
            return default;
        }

        public ValueTask<Reply> CommitAsync(CancellationToken cancellationToken)
        {
            Assert.False(_isDisposed);
            var reply = owner.Commit();
            if (reply.IsPositive) owner.Committed.Add((envelope, _text.ToString()));
            return new(reply);
        }

        public ValueTask DisposeAsync()
        {
            Assert.False(_isDisposed);
            _isDisposed = true;
            owner.Sinks = owner.Sinks with { Disposed = owner.Sinks.Disposed + 1 };
            return default;
        }
    }
}
