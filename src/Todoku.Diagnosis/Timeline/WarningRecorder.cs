using System.Buffers;
using System.Text;
using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Diagnosis.Timeline;

/// <summary>
/// Keeps the server's complaints about itself that explain why mail does not leave: loops, unknown transports, a login that fails, TLS
/// that can't start. What its receiving side says of strangers is passed over, but for what it refused while no delivery was seen: then it
/// may be the very mail that is missed.
/// </summary>
internal sealed class WarningRecorder(MailTimeline timeline)
{
    // Reading costs microseconds; a server that complains a million times says nothing new after some thousand.
    private const int MaxRead = 20_000;
    private const int MaxRejectsRead = 200;

    private static readonly SearchValues<string> ReceivingSide = SearchValues.Create(
        ["smtpd", "postscreen", "dnsblog", "anvil", "tlsproxy", "submission", "smtps", "policyd", "opendmarc"], StringComparison.OrdinalIgnoreCase);

    private int _read;
    private int _rejectsRead;

    public void Record(in ServerWarning warning)
    {
        if (warning.Text.StartsWith("NOQUEUE: reject: "u8)) RecordReject(warning);
        else if (!IsReceivingSide(warning.Program)) RecordComplaint(warning);
    }

    private void RecordComplaint(in ServerWarning warning)
    {
        if (_read++ >= MaxRead) return;
        var text = WithoutLevel(warning.Text);
        var reading = timeline.Knowledge.Read(text, new ReadingContext { Provider = ProviderDirectory.Local, IsLocal = true });
        if (reading.Cause is Cause.LocalConfig or Cause.AuthRequired or Cause.TlsFailed or Cause.TlsRequired)
        {
            Keep(timeline.OwnWarnings, warning, text, reading);
        }
    }

    // "NOQUEUE: reject: RCPT from HOST[ADDRESS]: REPLY; from=<...> to=<...> proto=ESMTP helo=<...>"
    private void RecordReject(in ServerWarning warning)
    {
        if (timeline.Attempts > 0 || _rejectsRead++ >= MaxRejectsRead) return;
        var start = warning.Text.IndexOf("]: "u8);
        if (start < 0) return;
        var reply = warning.Text[(start + 3)..];
        var end = reply.IndexOf("; from=<"u8);
        if (end < 0) end = reply.IndexOf("; proto="u8);
        if (end >= 0) reply = reply[..end];
        var reading = timeline.Knowledge.Read(reply, new ReadingContext { Provider = ProviderDirectory.Local, Stage = SmtpStage.RcptTo });
        Keep(timeline.OwnRejects, warning, reply, reading);
    }

    private void Keep(ProviderTimeline own, in ServerWarning warning, ReadOnlySpan<byte> text, in Reading reading)
    {
        var group = own.Group(reading.Cause);
        group.AddLine(warning.UtcTicks, warning.Line, timeline.Hosts.IndexOf(warning.Host));
        group.Sample(text, isRemote: true, [], reading, timeline.Knowledge);
    }

    private static ReadOnlySpan<byte> WithoutLevel(ReadOnlySpan<byte> text)
    {
        foreach (var level in (ReadOnlySpan<string>)["warning: ", "error: ", "fatal: ", "panic: "])
        {
            if (text.Length > level.Length && Ascii.Equals(text[..level.Length], level)) return text[level.Length..];
        }
        return text;
    }

    private static bool IsReceivingSide(ReadOnlySpan<byte> program)
    {
        Span<char> text = stackalloc char[64];
        var length = Encoding.Latin1.GetChars(program[..Math.Min(program.Length, text.Length)], text);
        return text[..length].ContainsAny(ReceivingSide);
    }
}
