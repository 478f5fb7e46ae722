using System.Text;
using Todoku.Smtp.Envelopes;
using Todoku.Smtp.Replies;
using Todoku.Smtp.Server;
using Todoku.Smtp.Server.Receiving;

namespace Todoku.Conformance;

/// <summary>Takes mail for user and postmaster of one domain and writes each message to a file. Every other domain is elsewhere.</summary>
internal sealed class MailFolder(string folder, string domain) : ISmtpReceiver
{
    public string HostName => $"mail.{domain}";

    public ValueTask<Reply?> AcceptSenderAsync(SmtpClientInfo client, Envelope envelope, CancellationToken cancellationToken) => default;

    public ValueTask<RecipientVerdict> AcceptRecipientAsync(
        SmtpClientInfo client, Envelope envelope, Mailbox recipient, RecipientParameters parameters, CancellationToken cancellationToken)
    {
        if (recipient.Domain.Length > 0 && recipient.Domain != domain) return new(new RecipientVerdict.Remote());
        var isKnown = recipient.LocalPart.Equals("postmaster", StringComparison.OrdinalIgnoreCase) || recipient is { LocalPart: "user", Domain.Length: > 0 };
        return new(isKnown ? new RecipientVerdict.Local() : new RecipientVerdict.Refused(Reply.Of(550, 1, 1, "No such user")));
    }

    public ValueTask<MessageOpening> OpenAsync(SmtpClientInfo client, Envelope envelope, CancellationToken cancellationToken)
    {
        var id = Guid.NewGuid().ToString("N");
        var header = $"Return-Path: <{envelope.Sender}>\r\n{ReceivedField.Format(client, envelope, HostName, id, TimeProvider.System.GetUtcNow())}";
        return new(new MessageOpening.Opened(new MailFile(Path.Combine(folder, id), header)));
    }

    private sealed class MailFile(string path, string header) : ISmtpMessageSink
    {
        private readonly MemoryStream _octets = new();

        public ValueTask WriteAsync(ReadOnlyMemory<byte> octets, CancellationToken cancellationToken)
        {
            _octets.Write(octets.Span);
            return ValueTask.CompletedTask;
        }

        public async ValueTask<Reply> CommitAsync(CancellationToken cancellationToken)
        {
            await File.WriteAllBytesAsync($"{path}.eml", [.. Encoding.ASCII.GetBytes(header), .. _octets.ToArray()], cancellationToken);
            return Reply.Of(250, 0, 0, $"Queued as {Path.GetFileName(path)}");
        }

        public ValueTask DisposeAsync() => _octets.DisposeAsync();
    }
}
