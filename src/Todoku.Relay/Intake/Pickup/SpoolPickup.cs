using System.Net;
using Todoku.Relay.Operating;
using Todoku.Relay.Sendmail;
using Todoku.Smtp.Envelopes;
using Todoku.Smtp.Replies;
using Todoku.Smtp.Server;
using Todoku.Smtp.Server.Receiving;

namespace Todoku.Relay.Intake.Pickup;

/// <summary>
/// Fetches what <c>todoku sendmail</c> left in the spool folder while the relay could not be reached: at the start and every few seconds, in the order it came.
/// </summary>
/// <remarks>
/// <code>
/// NAME.mail                a message
/// queued                   removed; if the relay ends in between, the queue knows it by its key, or NAME, and does not take it twice
/// refused for now (4yz)    stays; the round ends
/// refused for good (5yz)   its sender is told by a notice; when nobody can be told the file is moved to the folder for refused mail
/// no message               moved there
/// NAME.new, a day old      left by a program that was killed; removed
/// </code>
/// Nothing is fetched from a folder that is not the relay's own, from where it could not be removed.
/// A file can be anybody's: it is opened without following links or waiting for pipes, must have one name only, and who sends is its owner.
/// </remarks>
public sealed class SpoolPickup(PickupParts parts) : IAsyncDisposable
{
    private const int PieceLength = 64 << 10;
    private const int FilesOfRound = 10_000;

    private static readonly TimeSpan UnfinishedLifetime = TimeSpan.FromDays(1);
    private static readonly IPEndPoint Nowhere = new(IPAddress.Loopback, 0);

    private readonly CancellationTokenSource _stop = new();
    private readonly HashSet<string> _told = [];
    private readonly HashSet<string> _stuck = [];
    private Task _running = Task.CompletedTask;

    /// <summary>Begins to look.</summary>
    public void Start() => _running = Task.Run(RunAsync);

    /// <summary>Fetches what is there now.</summary>
    /// <returns>How many messages were queued.</returns>
    public async Task<int> RunOnceAsync(CancellationToken cancellation)
    {
        var queued = 0;
        if (FileRights.OwnerOf(parts.Folder) is var (owner, _) && owner != UserAccount.CurrentId && !UserAccount.IsRoot)
        {
            Tell("", $"nothing is fetched from the spool folder {parts.Folder}: it belongs to {UserAccount.NameOf(owner)}, not to the relay's user");
            return 0;
        }
        foreach (var path in Files())
        {
            cancellation.ThrowIfCancellationRequested();
            var reply = await TakeAsync(path, cancellation).ConfigureAwait(false);
            if (reply is { IsPositive: true }) queued++;
            // The queue takes nothing now: what comes behind would fare the same.
            if (reply is { Code: >= 400 and < 500 }) break;
        }
        return queued;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            while (true)
            {
                try
                {
                    await RunOnceAsync(_stop.Token).ConfigureAwait(false);
                }
                catch (Exception error) when (error is IOException or UnauthorizedAccessException)
                {
                    Tell("", $"the spool folder {parts.Folder} can't be read: {error.Message}");
                }
                await Task.Delay(parts.Period, parts.Time, _stop.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // It is to stop.
        }
    }

    // By name, that is by time.
    private List<string> Files()
    {
        var found = new List<string>();
        var old = parts.Time.GetUtcNow() - UnfinishedLifetime;
        foreach (var path in Directory.EnumerateFiles(parts.Folder).Take(FilesOfRound))
        {
            var ending = Path.GetExtension(path);
            if (ending == SpoolFolder.Ending && !_stuck.Contains(path)) found.Add(path);
            else if (ending == SpoolFolder.UnfinishedEnding && File.GetLastWriteTimeUtc(path) < old.UtcDateTime) Remove(path);
        }
        found.Sort(StringComparer.Ordinal);
        return found;
    }

    // Null when the file stays where it is for another reason than the queue, or is none.
    private async Task<Reply?> TakeAsync(string path, CancellationToken cancellation)
    {
        switch (Open(path))
        {
            case SpoolFile.Unreadable unreadable:
                Tell(path, $"{path} can't be read: {unreadable.Reason}. The mode of {parts.Folder} should be 3733, its group that of the relay");
                return null;
            case SpoolFile.Foreign foreign:
                Tell(path, $"{path} was left alone: {foreign.Reason}");
                return null;
            case SpoolFile.Opened opened:
                using (opened.Handle)
                {
                    var stream = new FileStream(opened.Handle, FileAccess.Read, PieceLength);
                    await using (stream.ConfigureAwait(false)) return await TakeAsync(path, opened.UserId, stream, cancellation).ConfigureAwait(false);
                }
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private async Task<Reply?> TakeAsync(string path, uint user, FileStream stream, CancellationToken cancellation)
    {
        var start = new byte[Math.Min(stream.Length, SpoolHead.MaxLength)];
        await stream.ReadExactlyAsync(start, cancellation).ConfigureAwait(false);
        if (SpoolHead.Read(start, out var length) is not { } head) return Refuse(path, user, "it is no message of todoku sendmail");
        var sender = head.Sender is null ? null : LocalAddress.Qualify(head.Sender, parts.HostName);
        if (head.Sender is not null && sender is null) return Refuse(path, user, "its sender is no address");
        if (head.Recipients.Count > Queue.EntryId.MaxRecipients) return Refuse(path, user, "it has too many recipients");
        stream.Position = length;

        var client = new SmtpClientInfo { SessionId = "pickup", Address = IPAddress.Loopback, LocalEndPoint = Nowhere, LocalUserId = user, HelloName = "localhost", IsExtended = true, MayRelay = true };
        var envelope = new Envelope(sender, head.Parameters);
        if (await parts.Receiver.AcceptSenderAsync(client, envelope, cancellation).ConfigureAwait(false) is { } trouble) return trouble;
        var refused = new List<PickupRefusal>();
        var accepted = new List<EnvelopeRecipient>();
        foreach (var text in head.Recipients)
        {
            var parameters = new RecipientParameters { Notify = head.Notify };
            var verdict = LocalAddress.Qualify(text, parts.HostName) is { } mailbox
                ? (Mailbox: mailbox, Of: await parts.Receiver.AcceptRecipientAsync(client, new Envelope(sender, head.Parameters, accepted), mailbox, parameters, cancellation).ConfigureAwait(false))
                : (null!, new RecipientVerdict.Refused(PickupReplies.NoAddress));
            if (verdict.Of is not RecipientVerdict.Refused no) accepted.Add(new EnvelopeRecipient(verdict.Mailbox, parameters, verdict.Of is RecipientVerdict.Local));
            else if (no.Reply.IsPermanent) refused.Add(new PickupRefusal(text, no.Reply));
            else return no.Reply;
        }
        var reply = Reply.Of(250, 0, 0, "Nobody is left");
        if (accepted.Count > 0)
        {
            var before = head.AuthorName is { } name ? MissingFrom.Field(name, sender, parts.HostName) : [];
            // With a key of its own it is known by that, as on the socket, else by the name of the file.
            reply = await SendAsync(client, new Envelope(sender, head.Parameters, accepted) { Key = head.Key is null ? Path.GetFileNameWithoutExtension(path) : null }, before, stream, cancellation).ConfigureAwait(false);
            if (reply is { IsPositive: false, IsPermanent: false }) return reply;
            if (reply.IsPermanent) refused.AddRange(accepted.Select(recipient => new PickupRefusal(recipient.Mailbox.ToString(), reply)));
        }
        if (refused.Count > 0)
        {
            stream.Position = length;
            if (!await TellAsync(path, user, head, sender, refused, stream, cancellation).ConfigureAwait(false)) return Refuse(path, user, refused[0].Reply.ToString());
        }
        Remove(path);
        return accepted.Count > 0 ? reply : null;
    }

    private async ValueTask<Reply> SendAsync(SmtpClientInfo client, Envelope envelope, byte[] before, FileStream stream, CancellationToken cancellation)
    {
        var opening = await parts.Receiver.OpenAsync(client, envelope, cancellation).ConfigureAwait(false);
        if (opening is MessageOpening.Refused refused) return refused.Reply;
        var sink = ((MessageOpening.Opened)opening).Sink;
        await using (sink.ConfigureAwait(false))
        {
            if (before.Length > 0) await sink.WriteAsync(before, cancellation).ConfigureAwait(false);
            var piece = new byte[PieceLength];
            var lines = new CommandInput(endsAtDot: false);
            var output = new System.Buffers.ArrayBufferWriter<byte>(PieceLength * 2);
            int length;
            // Whoever wrote the file need not have been the command: line ends are made sure of again.
            while ((length = await stream.ReadAsync(piece, cancellation).ConfigureAwait(false)) > 0)
            {
                lines.Take(piece.AsSpan(0, length), output);
                await sink.WriteAsync(output.WrittenMemory, cancellation).ConfigureAwait(false);
                output.ResetWrittenCount();
            }
            lines.Finish(output);
            if (output.WrittenCount > 0) await sink.WriteAsync(output.WrittenMemory, cancellation).ConfigureAwait(false);
            return await sink.CommitAsync(cancellation).ConfigureAwait(false);
        }
    }

    // Whether the sender is told, or does not want to be.
    private async Task<bool> TellAsync(string path, uint user, SendmailEnvelope head, Mailbox? sender, List<PickupRefusal> refused, FileStream stream, CancellationToken cancellation)
    {
        if (sender is null) return false;
        var beginning = new byte[Math.Min(stream.Length - stream.Position, PieceLength)];
        await stream.ReadExactlyAsync(beginning, cancellation).ConfigureAwait(false);
        var notice = PickupNotice.Write(parts, UserAccount.NameOf(user), head, sender, refused, beginning, stream.Length);
        if (notice is null || await parts.Enqueue(notice, cancellation).ConfigureAwait(false) is not Queue.Outcomes.EnqueueOutcome.Queued) return false;
        parts.Tell("warning", $"mail of {UserAccount.NameOf(user)} in {path} was refused ({refused[0].Reply.ToString().TrimEnd()}); its sender was told");
        return true;
    }

    private static SpoolFile Open(string path)
    {
        var handle = UnixFiles.OpenPlain(path);
        if (handle.IsInvalid)
        {
            handle.Dispose();
            return new SpoolFile.Unreadable(System.Runtime.InteropServices.Marshal.GetLastPInvokeErrorMessage());
        }
        if (FileRights.DetailsOf(handle) is { IsRegular: true, Links: 1 } details) return new SpoolFile.Opened(handle, details.UserId);
        handle.Dispose();
        return new SpoolFile.Foreign("it is no file of its own");
    }

    private Reply? Refuse(string path, uint user, string why)
    {
        try
        {
            Directory.CreateDirectory(parts.RefusedFolder);
            var kept = Path.Combine(parts.RefusedFolder, Path.GetFileName(path));
            File.Move(path, kept, overwrite: true);
            parts.Tell("warning", $"a file of {UserAccount.NameOf(user)} in the spool folder was refused: {why}. It is {kept} now");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _stuck.Add(path);
            Tell(path, $"{path} was refused ({why}) and can't be moved: {error.Message}");
        }
        return null;
    }

    private void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // What can't be taken away must not be sent again and again.
            _stuck.Add(path);
            Tell(path, $"{path} can't be removed: {error.Message}");
        }
    }

    // Once for each file: it is come across again every few seconds.
    private void Tell(string path, string words)
    {
        if (_told.Count < FilesOfRound && _told.Add(path)) parts.Tell("warning", words);
    }
}
