using Todoku.Logs.Dialects;
using Todoku.Logs.Envelopes;
using Todoku.Logs.Postfix;
using Todoku.Logs.Reading;
using Todoku.Mail;

namespace Todoku.Logs.Pasted;

/// <summary>
/// Finds the reply in whatever a person pastes: a whole log line of any dialect, a log line without its time stamp, the text in its
/// parentheses ("host X said: ... (in reply to RCPT TO command)"), or the bare reply. Not for several threads at once.
/// </summary>
public sealed class PastedReplyReader
{
    /// <summary>Text past this is dropped.</summary>
    public const int MaxLength = BlockParser.MaxLineLength - 256;

    // What is put before a line whose beginning was not pasted, to read it as the line of Postfix that it is.
    private static readonly byte[][] Beginnings = ["Jan  1 00:00:00 - postfix/smtp[1]: "u8.ToArray(), "Jan  1 00:00:00 - postfix/smtp[1]: 0000000000: "u8.ToArray()];

    private readonly LogBlock _block = new();
    private readonly BlockParser _parser = new();
    private readonly EnvelopeReader _envelopes = new();

    /// <summary>The stage that a command names, as logs and bounce messages write it: <c>RCPT TO</c>, <c>end of DATA</c>, <c>initial connection</c>.</summary>
    public static SmtpStage StageOfCommand(ReadOnlySpan<byte> command) => StageNames.OfCommand(command);

    /// <summary>Reads a text. Never fails: what is nothing else is a bare reply.</summary>
    /// <param name="text">One line, as UTF-8; hostile.</param>
    public PastedReply Read(ReadOnlySpan<byte> text)
    {
        text = text.Trim(" \t\r\n\"'"u8);
        if (text.Length > MaxLength) text = text[..MaxLength];
        if (TryLogLine(text, out var pasted)) return pasted;
        if (SendmailText.TryFind(text, out var reply, out var relay)) return new PastedReply { Reply = reply, RelayHost = relay };
        return Of(FailureText.Read(WithoutEnvelope(text)));
    }

    // A remark on one of several hosts ("QID: host X refused to talk to me: ...") makes no delivery, but its words can be read.
    private ReadOnlySpan<byte> WithoutEnvelope(ReadOnlySpan<byte> text)
    {
        if (!_envelopes.TryRead(text, out var envelope)) return text;
        return QueueIdText.TrySplit(envelope.Text, out _, out var rest) ? rest : envelope.Text;
    }

    private static PastedReply Of(FailureText failure)
    {
        // The host may have been left out while "(in reply to CMD command)" is still there.
        var reply = StageNames.CutInReplyTo(failure.Reply, out var stage);
        return new PastedReply
        {
            Reply = failure.IsRemote ? failure.Reply : reply,
            IsLocal = !failure.IsRemote && !failure.Host.IsEmpty,
            Stage = failure.IsRemote || stage == SmtpStage.Unknown ? failure.Stage : stage,
            RelayHost = failure.Host,
        };
    }

    // Most texts of a batch are replies; they must get past here quickly.
    private bool TryLogLine(ReadOnlySpan<byte> text, out PastedReply pasted)
    {
        pasted = default;
        if (BeginsWithReplyCode(text) || text.IndexOfAny((byte)':', (byte)'=', (byte)'*') < 0) return false;
        if (text.IndexOf("]: "u8) < 0 && text.IndexOf("status="u8) < 0 && text.IndexOf("=> "u8) < 0 && text.IndexOf("== "u8) < 0
            && text.IndexOf("** "u8) < 0 && text.IndexOf("\":"u8) < 0) return false;
        if (TryParse([], text, out pasted)) return true;
        if (text.IndexOf("status="u8) < 0) return false;
        foreach (var beginning in Beginnings)
            if (TryParse(beginning, text, out pasted)) return true;
        return false;
    }

    // "550 5.7.1 ...", "550-...": no log line begins so; a year has four digits.
    private static bool BeginsWithReplyCode(ReadOnlySpan<byte> text) =>
        text is [>= (byte)'2' and <= (byte)'5', >= (byte)'0' and <= (byte)'9', >= (byte)'0' and <= (byte)'9', (byte)' ' or (byte)'-', ..];

    private bool TryParse(ReadOnlySpan<byte> beginning, ReadOnlySpan<byte> text, out PastedReply pasted)
    {
        _block.Clear();
        beginning.CopyTo(_block.Buffer);
        text.CopyTo(_block.Buffer.AsSpan(beginning.Length));
        // A pasted text is one line whatever it holds.
        _block.Buffer.AsSpan(0, beginning.Length + text.Length).Replace((byte)'\n', (byte)' ');
        _block.Length = beginning.Length + text.Length;
        _parser.Parse(_block);
        foreach (ref readonly var logEvent in _block.Events.Events)
        {
            if (logEvent.Kind is not (LogEventKind.Attempted or LogEventKind.ConnectionFailed) || IsRemark(logEvent)) continue;
            pasted = Of(logEvent, _block.PlainOf(logEvent));
            return true;
        }
        pasted = default;
        return false;
    }

    private static bool IsRemark(in LogEvent logEvent) => logEvent is { Kind: LogEventKind.ConnectionFailed, Stage: SmtpStage.Banner };

    private static PastedReply Of(in LogEvent logEvent, ReadOnlySpan<byte> plain)
    {
        var reply = logEvent.Text.Of(plain);
        var isRemote = (logEvent.Flags & LogEventFlags.RemoteReply) != 0;
        var isFailure = logEvent.Kind == LogEventKind.ConnectionFailed;
        return new PastedReply
        {
            Reply = reply,
            IsLocal = !isRemote && !(reply is [>= (byte)'2' and <= (byte)'5', ..]),
            Stage = logEvent.Stage,
            RelayHost = logEvent.RelayHost.Of(plain),
            Recipient = isFailure ? default : logEvent.Address.Of(plain),
            LoggedStatus = logEvent.Code,
            Status = isFailure ? DeliveryStatus.Deferred : logEvent.Status,
        };
    }
}
