using System.Globalization;
using Todoku.Knowledge;
using Todoku.Mail;
using Todoku.Relay.Delivery.Decisions;
using Todoku.Relay.Delivery.Messages;
using Todoku.Relay.Routing.Paths;

namespace Todoku.Relay.Delivery.Engine;

/// <summary>Puts a message into a maildir: written and synced in <c>tmp</c>, then moved to <c>new</c>, so that no reader sees half of one.</summary>
internal sealed class MaildirDelivery(TimeProvider time, RelayPath.Maildir path)
{
    private static long _count;

    public async Task RunAsync(LoadedMessage message, List<Pending> recipients, AttemptWay way, CancellationToken cancellation)
    {
        DeliveryDecision decision;
        try
        {
            await WriteAsync(message, recipients, cancellation).ConfigureAwait(false);
            decision = new DeliveryDecision(DeliveryAction.Delivered, Cause.Unknown, "relay", SmtpStage.EndOfData, $"kept in {path.Folder}", false, null);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            decision = new DeliveryDecision(DeliveryAction.Retry, Cause.LocalConfig, "relay", SmtpStage.EndOfData, $"the maildir {path.Folder} can't be written: {error.Message}", false, null);
        }
        foreach (var one in recipients) (one.Decision, one.Way) = (decision, way);
    }

    private async Task WriteAsync(LoadedMessage message, List<Pending> recipients, CancellationToken cancellation)
    {
        foreach (var folder in (ReadOnlySpan<string>)["tmp", "new", "cur"]) Directory.CreateDirectory(Path.Combine(path.Folder, folder));
        var name = string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow().ToUnixTimeSeconds()}.{message.Stored.Id}-{Interlocked.Increment(ref _count)}.P{Environment.ProcessId}.todoku");
        var draft = Path.Combine(path.Folder, "tmp", name);
        try
        {
            await using (var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write))
            {
                // RFC 5321, section 4.4: whoever makes the last delivery keeps the envelope's sender.
                var head = $"Return-Path: <{message.Envelope.Sender}>\r\n{string.Concat(recipients.Select(one => $"Delivered-To: {one.Recipient.Address}\r\n"))}";
                await file.WriteAsync(System.Text.Encoding.UTF8.GetBytes(head), cancellation).ConfigureAwait(false);
                await using var content = message.Open();
                await content.CopyToAsync(file, cancellation).ConfigureAwait(false);
                file.Flush(flushToDisk: true);
            }
            File.Move(draft, Path.Combine(path.Folder, "new", name));
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }
}
