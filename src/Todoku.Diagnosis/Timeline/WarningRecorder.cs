using System.Buffers;
using System.Text;
using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Diagnosis.Timeline;

/// <summary>
/// Keeps the server's complaints about itself that explain why mail does not leave: loops, unknown transports, a login that fails, TLS
/// that can't start. What its receiving side says of strangers is passed over.
/// </summary>
internal sealed class WarningRecorder(MailTimeline timeline)
{
    // Reading costs a microsecond; a server that complains a million times says nothing new after some thousand.
    private const int MaxRead = 20_000;

    private static readonly SearchValues<string> ReceivingSide = SearchValues.Create(
        ["smtpd", "postscreen", "dnsblog", "anvil", "tlsproxy", "submission", "smtps", "policyd", "opendmarc"], StringComparison.OrdinalIgnoreCase);

    private int _read;

    public void Record(in ServerWarning warning)
    {
        if (_read >= MaxRead || IsReceivingSide(warning.Program)) return;
        _read++;
        var text = WithoutLevel(warning.Text);
        var reading = timeline.Knowledge.Read(text, new ReadingContext { Provider = ProviderDirectory.Local, IsLocal = true });
        if (reading.Cause is not (Cause.LocalConfig or Cause.AuthRequired or Cause.TlsFailed or Cause.TlsRequired)) return;
        var group = timeline.OwnWarnings.Group(reading.Cause);
        group.AddLine(warning.UtcTicks, warning.Line, timeline.Hosts.IndexOf(warning.Host));
        group.Sample(text, reading, timeline.Knowledge);
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
