using System.Globalization;
using System.Text;
using Todoku.Mail;

namespace Todoku.Logs.Tests;

/// <summary>Writes down, one line an event, what a reader tells; only what is set.</summary>
internal sealed class RecordingObserver : IDeliveryObserver
{
    private readonly List<string> _lines = [];
    private readonly List<int> _ended = [];
    private readonly Dictionary<ulong, int> _messages = [];

    public IReadOnlyList<string> Lines => _lines;

    /// <summary>Messages that ended, in the order of their ends, by the numbers that their lines bear; only those that a line bears.</summary>
    public IReadOnlyList<int> EndedMessages => _ended;

    public void Attempted(in DeliveryAttempt attempt)
    {
        var text = Begin(attempt.UtcTicks, attempt.Status.ToString().ToLowerInvariant());
        Add(text, "message", Number(attempt.MessageKey));
        Add(text, "agent", attempt.Agent == DeliveryAgent.Smtp ? "" : attempt.Agent.ToString().ToLowerInvariant());
        Add(text, "host", attempt.Host);
        Add(text, "for", attempt.OriginHost);
        Add(text, "instance", attempt.Instance);
        Add(text, "qid", attempt.QueueId);
        if (attempt.SenderKnown) text.Append(" from=<").Append(Text(attempt.Sender)).Append('>');
        text.Append(" to=<").Append(Text(attempt.Recipient)).Append('>');
        Add(text, "orig_to", attempt.OriginalRecipient);
        Add(text, "relay", attempt.RelayHost);
        Add(text, "ip", attempt.RelayAddress);
        Add(text, "port", attempt.RelayPort == 0 ? "" : attempt.RelayPort.ToString(CultureInfo.InvariantCulture));
        Add(text, "local", attempt.LocalAddress);
        Add(text, "dsn", attempt.LoggedStatus.ToString());
        Add(text, "stage", attempt.Stage == SmtpStage.Unknown ? "" : attempt.Stage.ToString().ToLowerInvariant());
        Add(text, "delay", attempt.DelaySeconds < 0 ? "" : attempt.DelaySeconds.ToString("0.##", CultureInfo.InvariantCulture));
        Add(text, "tls", attempt.TlsFeatures);
        AddSubmitter(text, attempt.Submitter);
        Add(text, "dkim", attempt.DkimDomain.IsEmpty ? "" : $"{Text(attempt.DkimSelector)}@{Text(attempt.DkimDomain)}");
        if (attempt.IsEcho) text.Append(" echo");
        if (!attempt.Reply.IsEmpty) text.Append(attempt.IsRemoteReply ? " said: " : " own: ").Append(Text(attempt.Reply));
        _lines.Add(text.ToString());
    }

    public void Queued(in QueuedMessage message)
    {
        var text = Begin(message.UtcTicks, "queued");
        Add(text, "message", Number(message.MessageKey));
        text.Append(" from=<").Append(Text(message.Sender)).Append('>');
        Add(text, "size", message.Size.ToString(CultureInfo.InvariantCulture));
        Add(text, "recipients", message.Recipients.ToString(CultureInfo.InvariantCulture));
        AddSubmitter(text, message.Submitter);
        if (message.IsBounceNotice) text.Append(" bounce-notice");
        _lines.Add(text.ToString());
    }

    public void PathChanged(in PathChange change)
    {
        var text = Begin(change.UtcTicks, $"path-{change.Kind.ToString().ToLowerInvariant()}");
        Add(text, "host", change.Host);
        Add(text, "path", change.Path);
        Add(text, "provider", change.Provider);
        Add(text, "cause", change.Cause);
        Add(text, "until", change.UntilTicks == 0 ? "" : new DateTime(change.UntilTicks).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture));
        Add(text, "refusals", change.Refusals == 0 ? "" : change.Refusals.ToString(CultureInfo.InvariantCulture));
        _lines.Add(text.ToString());
    }

    public void Removed(long utcTicks, ReadOnlySpan<byte> host) => _lines.Add(Begin(utcTicks, "removed").ToString());

    public void Ended(ulong messageKey)
    {
        if (_messages.TryGetValue(messageKey, out var number)) _ended.Add(number);
    }

    public void ConnectionFailed(in ConnectionFailure failure)
    {
        var text = Begin(failure.UtcTicks, "connection-failed");
        Add(text, "relay", failure.RelayHost);
        Add(text, "ip", failure.RelayAddress);
        Add(text, "port", failure.RelayPort.ToString(CultureInfo.InvariantCulture));
        _lines.Add(text.Append(" reason: ").Append(Text(failure.Reason)).ToString());
    }

    public void SigningFailed(in SigningFailure failure)
    {
        var text = Begin(failure.UtcTicks, "signing-failed");
        Add(text, "program", failure.Program);
        Add(text, "domain", failure.Domain);
        Add(text, "selector", failure.Selector);
        _lines.Add(text.Append(" reason: ").Append(Text(failure.Reason)).ToString());
    }

    public void Warned(in ServerWarning warning)
    {
        var text = Begin(warning.UtcTicks, "warned");
        Add(text, "program", warning.Program);
        _lines.Add(text.Append(" text: ").Append(Text(warning.Text)).ToString());
    }

    private static StringBuilder Begin(long utcTicks, string what) =>
        new StringBuilder(new DateTime(utcTicks, DateTimeKind.Utc).ToString("yyyy-MM-ddTHH:mm:ss.FFFZ", CultureInfo.InvariantCulture)).Append(' ').Append(what);

    private static void AddSubmitter(StringBuilder text, Submitter submitter)
    {
        if (submitter.Kind != SubmitterKind.Unknown) Add(text, "by", $"{submitter.Kind.ToString().ToLowerInvariant()}:{Text(submitter.Name)}");
    }

    private static void Add(StringBuilder text, string key, ReadOnlySpan<byte> value) => Add(text, key, Text(value));

    private static void Add(StringBuilder text, string key, string value)
    {
        if (value.Length > 0) text.Append(' ').Append(key).Append('=').Append(value);
    }

    // Message keys are numbers of the run; what counts is which are equal.
    private string Number(ulong key)
    {
        if (!_messages.TryGetValue(key, out var number)) _messages[key] = number = _messages.Count + 1;
        return number.ToString(CultureInfo.InvariantCulture);
    }

    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes);
}
