using Todoku.Logs.Dialects;
using Todoku.Mail;

namespace Todoku.Logs.Exim;

/// <summary>
/// <c>ID H=host [address]: SMTP error ...</c> or <c>ID H=host [address] Connection refused</c>: one host of several; what became of the
/// recipient stands in a line of its own. Told when the message's turn did not come. Old versions leave out <c>H=</c>.
/// </summary>
internal static class EximHostRemark
{
    /// <summary>Reads what follows the message id and <c>H=</c>.</summary>
    public static LineOutcome Read(in LogLine line, ReadOnlySpan<byte> text)
    {
        var host = EximHostText.Read(text);
        if (host.Length == 0) return LineOutcome.NotUnderstood;
        var error = text[host.Length..].TrimStart(": "u8);
        var failure = EximFailureText.Read(error);
        if (failure.Stage is not (SmtpStage.Connect or SmtpStage.Banner or SmtpStage.Ehlo)) return LineOutcome.Understood;
        ref var failed = ref line.Add(LogEventKind.ConnectionFailed);
        failed.RelayHost = line.Cut(host.Name);
        failed.RelayAddress = line.Cut(host.Address);
        failed.Port = host.Port;
        failed.Text = line.Cut(failure.Reply);
        return LineOutcome.Understood;
    }
}
