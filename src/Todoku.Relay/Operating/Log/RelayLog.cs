using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Threading.Channels;
using Todoku.Knowledge;
using Todoku.Mail.Messages.Notices;
using Todoku.Relay.Bounces.Incoming;
using Todoku.Relay.Bounces.ReturnPaths;
using Todoku.Relay.Delivery.Decisions;
using Todoku.Relay.Delivery.Engine;
using Todoku.Relay.Delivery.Reports;
using Todoku.Relay.Intake;
using Todoku.Relay.Policy;
using Todoku.Relay.Policy.ReturnPaths;
using Todoku.Relay.Queue;

namespace Todoku.Relay.Operating.Log;

/// <summary>
/// Writes what happens as JSON lines. The text of a line is as Postfix would have it, so that <c>todoku diagnose</c>, and every program that reads mail logs,
/// reads the relay's; the other members hold what Postfix does not know. Never makes mail wait: when nobody takes the lines they are counted and left out.
/// </summary>
public sealed class RelayLog : IAttemptObserver, IBounceObserver, IDeliveryFaults, IAsyncDisposable
{
    private const int Buffered = 65_536;

    // A line of a header has at most 998 characters (RFC 5322, section 2.1.1).
    private const int MaxMessageId = 998;

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly Channel<byte[]> _lines = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(Buffered) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
    private readonly ConcurrentDictionary<QueueId, int> _left = new();
    private readonly Func<Stream> _open;
    private readonly string _host;
    private readonly TimeProvider _time;
    private readonly Task _writing;
    private long _leftOut;
    private volatile bool _isReopening;

    /// <summary>Begins to write.</summary>
    /// <param name="open">Opens where the lines go; asked again by <see cref="Reopen"/>.</param>
    /// <param name="host">The relay's name.</param>
    /// <param name="time">The clock.</param>
    public RelayLog(Func<Stream> open, string host, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(open);
        (_open, _host, _time) = (open, host, time);
        _writing = Task.Run(WriteAsync);
    }

    /// <summary>Lines that were left out because nobody took them.</summary>
    public long LeftOut => Interlocked.Read(ref _leftOut);

    /// <summary>Opens the file anew before the next line: the old one was moved away.</summary>
    public void Reopen() => _isReopening = true;

    /// <summary>A message was queued.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="submission">How it came.</param>
    /// <param name="envelope">Its envelope.</param>
    /// <param name="prepared">What the policy made of it.</param>
    public void Queued(QueueId id, Submission submission, QueuedEnvelope envelope, PreparedMessage prepared)
    {
        ArgumentNullException.ThrowIfNull(prepared);
        ArgumentNullException.ThrowIfNull(submission);
        ArgumentNullException.ThrowIfNull(envelope);
        var number = id.ToString();
        if (envelope.Recipients.Count > 1) _left[id] = envelope.Recipients.Count;
        var user = submission.SubmitterKind == Mail.SubmitterKind.Authenticated ? $", sasl_username={submission.Submitter}" : "";
        var by = submission.ClientAddress is { } address ? $"client=unknown[{address}]{user}" : $"uid={submission.Submitter}";
        Line(submission.ClientAddress is null ? "todoku/pickup" : "todoku/smtpd", $"{number}: {by}", null, null);
        // By it the line of another host that handed the message over is found.
        if (prepared.MessageId is { Length: > 0 } messageId) Line("todoku/cleanup", $"{number}: message-id={(messageId.Length > MaxMessageId ? messageId[..MaxMessageId] : messageId)}", null, null);
        Line("todoku/qmgr", $"{number}: from=<{envelope.Sender}>, size={envelope.Size}, nrcpt={envelope.Recipients.Count} (queue active)", null, json =>
        {
            if (envelope.OriginalSender is { } original) json.WriteString("original-sender"u8, original);
            if (prepared.ReturnPath is { IsChanged: true, Rule: { } rule } path)
            {
                json.WriteString("return-path-rule"u8, rule.Name);
                if (path.HostDerived != HostDerivation.None) json.WriteString("host-derived"u8, HostDerivations.NameOf(path.HostDerived));
                if (path.IsDryRun) json.WriteString("would-be-sender"u8, path.VerpDomain?.ToString() ?? path.Sender);
            }
            if (envelope.AuthorDomain is { } author) json.WriteString("author-domain"u8, author);
            if (envelope.SigningDomains.Count > 0) json.WriteString("signed-by"u8, string.Join(' ', envelope.SigningDomains));
        });
        if (prepared.ReturnPath is { IsDryRun: true, IsChanged: true } dry) Said("info", DryRunWords.Of(number, envelope.Sender, dry));
    }

    /// <inheritdoc/>
    public void Attempted(AttemptReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var decision = report.Decision;
        var relay = report.RelayEndPoint is { } end ? $"{report.RelayHost}[{end.Address}]:{end.Port}" : report.Path.Length > 0 && report.RelayHost.Length > 0 ? report.RelayHost : "none";
        var (status, filler) = decision.Action switch
        {
            DeliveryAction.Delivered => ("sent", "2.0.0"),
            DeliveryAction.Bounce => ("bounced", "5.0.0"),
            _ when report.IsLast => ("bounced", "4.0.0"),
            _ => ("deferred", "4.0.0"),
        };
        var said = decision.IsRemote && decision.Action != DeliveryAction.Delivered ? $"host {relay} said: {decision.Reply} (in reply to {CommandOf(decision.Stage)})" : decision.Reply;
        var delay = (report.At - report.Envelope.AcceptedAt).TotalSeconds;
        var to = $"{report.Entry.Message}: to=<{report.Recipient}>, relay={relay}";
        var text = string.Create(CultureInfo.InvariantCulture, $"{to}, delay={Math.Max(0, delay):0.##}, delays=0/0/0/0, dsn={StatusOf(decision.Reply) ?? filler}, status={status} ({said})");
        Line("todoku/smtp", text, report.At, json =>
        {
            json.WriteString("sender"u8, report.Sender);
            json.WriteString("provider"u8, report.Provider);
            json.WriteString("path"u8, report.Path);
            if (report.IsProbe) json.WriteBoolean("probe"u8, true);
            json.WriteString("action"u8, NameOf(decision.Action));
            if (decision.Action != DeliveryAction.Delivered)
            {
                json.WriteString("cause"u8, decision.Cause.Id);
                json.WriteString("rule"u8, decision.RuleId);
            }
            json.WriteNumber("attempts"u8, report.Attempts);
            if (report.LocalAddress is { } local) json.WriteString("local-address"u8, local.ToString());
            if (report.Tls.Length > 0) json.WriteString("tls"u8, report.Tls);
            if (report.NextAt is { } next) json.WriteString("next"u8, next.ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", CultureInfo.InvariantCulture));
            if (report.IsPossiblyTwice) json.WriteBoolean("possibly-twice"u8, true);
        });
        if (decision.Action is DeliveryAction.Delivered or DeliveryAction.Bounce || report.IsLast) Left(report);
    }

    /// <inheritdoc/>
    public void Bounced(BounceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        Line("todoku/returned", $"{report.Entry.Message}: bounce for <{report.Recipient}>, {report.Cause.Id}: {report.Reply}", report.At, json =>
        {
            json.WriteString("recipient"u8, report.Sent?.Recipient ?? report.Recipient);
            json.WriteString("reporter"u8, report.Reporter);
            json.WriteString("remote-host"u8, report.RemoteHost);
            json.WriteString("status"u8, report.Status);
            json.WriteString("cause"u8, report.Cause.Id);
            json.WriteString("rule"u8, report.RuleId);
            json.WriteBoolean("permanent"u8, report.IsPermanent);
            Sent(json, report.Sent);
        });
    }

    /// <inheritdoc/>
    public void Complained(ComplaintReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var recipient = report.Sent?.Recipient ?? report.Recipient;
        Line("todoku/returned", $"{report.Entry?.Message.ToString() ?? "unknown"}: complaint ({report.Kind}) of <{recipient}>, reported by {report.Reporter}", report.At, json =>
        {
            json.WriteString("recipient"u8, recipient);
            json.WriteString("kind"u8, report.Kind);
            json.WriteString("source-ip"u8, report.SourceIp);
            Sent(json, report.Sent);
        });
    }

    /// <inheritdoc/>
    public void Returned(MessageKind kind, string what) => Line("todoku/returned", $"{kind}: {what}", null, null);

    /// <summary>Something that the administrator should know.</summary>
    public void Said(string level, string words) => Line("todoku/relay", $"{level}: {words}", null, null);

    /// <inheritdoc/>
    public void Failed(LeasedBatch lease, Exception error)
    {
        ArgumentNullException.ThrowIfNull(lease);
        ArgumentNullException.ThrowIfNull(error);
        Said("error", $"delivery of {lease.Entries[0].Id} broke off ({error.GetType().Name}: {error.Message}); it is tried again in 5 minutes. Please report this: {error.StackTrace?.ReplaceLineEndings(" ")}");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _lines.Writer.TryComplete();
        await _writing.ConfigureAwait(false);
    }

    private static void Sent(Utf8JsonWriter json, SentRecord? sent)
    {
        if (sent is null) return;
        json.WriteString("author-domain"u8, sent.AuthorDomain);
        json.WriteString("provider"u8, sent.Provider);
        json.WriteString("path"u8, sent.Path);
    }

    // The last recipient takes the message out of the queue. After a restart it is not known how many were left; then it is not said.
    private void Left(AttemptReport report)
    {
        var id = report.Entry.Message;
        if (report.Envelope.Recipients.Count > 1)
        {
            if (!_left.TryGetValue(id, out var left)) return;
            if (left > 1)
            {
                _left[id] = left - 1;
                return;
            }
            _left.TryRemove(id, out _);
        }
        Line("todoku/qmgr", $"{id}: removed", report.At, null);
    }

    private void Line(string program, string message, DateTimeOffset? at, Action<Utf8JsonWriter>? more)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString("time"u8, (at ?? _time.GetUtcNow()).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture));
            json.WriteString("host"u8, _host);
            json.WriteString("program"u8, program);
            json.WriteString("message"u8, message);
            more?.Invoke(json);
            json.WriteEndObject();
        }
        buffer.Write("\n"u8);
        if (!_lines.Writer.TryWrite(buffer.WrittenSpan.ToArray())) Interlocked.Increment(ref _leftOut);
    }

    private async Task WriteAsync()
    {
        var stream = _open();
        try
        {
            while (await _lines.Reader.WaitToReadAsync().ConfigureAwait(false))
            {
                if (_isReopening)
                {
                    _isReopening = false;
                    await stream.DisposeAsync().ConfigureAwait(false);
                    stream = _open();
                }
                try
                {
                    while (_lines.Reader.TryRead(out var line)) await stream.WriteAsync(line).ConfigureAwait(false);
                    await stream.FlushAsync().ConfigureAwait(false);
                }
                catch (IOException)
                {
                    // The disk is full, or the reader has gone: mail goes on.
                    Interlocked.Increment(ref _leftOut);
                }
            }
        }
        finally
        {
            await stream.DisposeAsync().ConfigureAwait(false);
        }
    }

    // The enhanced status code of a reply: "550 5.7.1 ..." or "550-5.7.1 ...".
    private static string? StatusOf(string reply)
    {
        if (reply.Length < 9 || !char.IsAsciiDigit(reply[0])) return null;
        var end = reply.IndexOf(' ', 4);
        var word = end < 0 ? reply[4..] : reply[4..end];
        return word.Length is >= 5 and <= 9 && word[1] == '.' && word.All(c => char.IsAsciiDigit(c) || c == '.') ? word : null;
    }

    private static string NameOf(DeliveryAction action) => action switch
    {
        DeliveryAction.Delivered => "delivered",
        DeliveryAction.NextServer => "next-server",
        DeliveryAction.NextPath => "next-path",
        DeliveryAction.SlowDown => "slow-down",
        DeliveryAction.Bounce => "bounce",
        _ => "retry",
    };

    // As Postfix names them, since its readers do.
    private static string CommandOf(Mail.SmtpStage stage) => stage switch
    {
        Mail.SmtpStage.Banner or Mail.SmtpStage.Connect => "initial connection",
        Mail.SmtpStage.Ehlo => "EHLO command",
        Mail.SmtpStage.StartTls => "STARTTLS command",
        Mail.SmtpStage.Auth => "AUTH command",
        Mail.SmtpStage.MailFrom => "MAIL FROM command",
        Mail.SmtpStage.RcptTo => "RCPT TO command",
        Mail.SmtpStage.Data => "DATA command",
        _ => "end of DATA command",
    };
}
