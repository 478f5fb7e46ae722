using System.Text;
using Todoku.Smtp.Envelopes;
using Todoku.Smtp.Replies;
using Todoku.Smtp.Server;
using Todoku.Smtp.Server.Receiving;

namespace Todoku.Relay.Tests.Intake;

/// <summary>Keeps messages in memory, answers as told, and knows a key that it has seen.</summary>
internal sealed class FakeReceiver : ISmtpReceiver
{
    private readonly HashSet<string> _keys = [];

    /// <summary>Messages that were queued.</summary>
    public List<(SmtpClientInfo Client, Envelope Envelope, string Text)> Queued { get; } = [];

    /// <summary>How often a message came.</summary>
    public int Commits { get; private set; }

    /// <summary>What is said of a recipient; null: it is taken.</summary>
    public Func<Mailbox, Reply?> Recipient { get; set; } = _ => null;

    /// <summary>What is said of a message; null: it is taken.</summary>
    public Func<Reply?> Message { get; set; } = () => null;

    public ValueTask<Reply?> AcceptSenderAsync(SmtpClientInfo client, Envelope envelope, CancellationToken cancellationToken) => new((Reply?)null);

    public ValueTask<RecipientVerdict> AcceptRecipientAsync(SmtpClientInfo client, Envelope envelope, Mailbox recipient, RecipientParameters parameters, CancellationToken cancellationToken) =>
        new(Recipient(recipient) is { } no ? new RecipientVerdict.Refused(no) : new RecipientVerdict.Remote());

    public ValueTask<MessageOpening> OpenAsync(SmtpClientInfo client, Envelope envelope, CancellationToken cancellationToken) => new(new MessageOpening.Opened(new Sink(this, client, envelope)));

    private sealed class Sink(FakeReceiver owner, SmtpClientInfo client, Envelope envelope) : ISmtpMessageSink
    {
        private readonly StringBuilder _text = new();

        public ValueTask WriteAsync(ReadOnlyMemory<byte> octets, CancellationToken cancellationToken)
        {
            _text.Append(Encoding.UTF8.GetString(octets.Span));
            return default;
        }

        public ValueTask<Reply> CommitAsync(CancellationToken cancellationToken)
        {
            owner.Commits++;
            if (owner.Message() is { } no) return new(no);
            if (envelope.Key is null || owner._keys.Add(envelope.Key)) owner.Queued.Add((client, envelope, _text.ToString()));
            return new(Reply.Of(250, 0, 0, "Queued"));
        }

        public ValueTask DisposeAsync() => default;
    }
}
