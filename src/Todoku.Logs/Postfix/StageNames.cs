using Todoku.Mail;

namespace Todoku.Logs.Postfix;

/// <summary>How Postfix names the stages of the dialogue.</summary>
internal static class StageNames
{
    /// <summary>Cuts "(in reply to CMD command)" off the end of a reply; a cut line may lack the end of it.</summary>
    public static ReadOnlySpan<byte> CutInReplyTo(ReadOnlySpan<byte> reply, out SmtpStage stage)
    {
        stage = SmtpStage.Unknown;
        var at = reply.LastIndexOf(" (in reply to "u8);
        if (at < 0) return reply;
        stage = OfCommand(reply[(at + " (in reply to "u8.Length)..]);
        return reply[..at];
    }

    /// <summary>The stage of a command's name, such as <c>RCPT TO command</c> or <c>end of DATA command</c>.</summary>
    public static SmtpStage OfCommand(ReadOnlySpan<byte> command)
    {
        if (command.StartsWith("end of DATA"u8) || command.StartsWith("BDAT"u8)) return SmtpStage.EndOfData;
        if (command.StartsWith("RCPT"u8)) return SmtpStage.RcptTo;
        if (command.StartsWith("MAIL"u8)) return SmtpStage.MailFrom;
        if (command.StartsWith("DATA"u8)) return SmtpStage.Data;
        if (command.StartsWith("EHLO"u8) || command.StartsWith("HELO"u8) || command.StartsWith("LHLO"u8)) return SmtpStage.Ehlo;
        if (command.StartsWith("STARTTLS"u8)) return SmtpStage.StartTls;
        if (command.StartsWith("AUTH"u8)) return SmtpStage.Auth;
        return command.StartsWith("initial"u8) ? SmtpStage.Banner : SmtpStage.Unknown;
    }

    /// <summary>The stage of "lost connection with X while PHRASE" (Postfix's smtp_proto.c names them).</summary>
    public static SmtpStage OfPhrase(ReadOnlySpan<byte> text)
    {
        var at = text.IndexOf(" while "u8);
        if (at < 0) return SmtpStage.Unknown;
        var phrase = text[(at + " while "u8.Length)..];
        if (phrase.StartsWith("receiving the initial"u8)) return SmtpStage.Banner;
        if (phrase.IndexOf("HELO"u8) >= 0 || phrase.IndexOf("EHLO"u8) >= 0 || phrase.IndexOf("LHLO"u8) >= 0) return SmtpStage.Ehlo;
        if (phrase.IndexOf("TLS"u8) >= 0) return SmtpStage.StartTls;
        if (phrase.IndexOf("end of data"u8) >= 0 || phrase.IndexOf("message body"u8) >= 0 || phrase.IndexOf("end of DATA"u8) >= 0) return SmtpStage.EndOfData;
        if (phrase.IndexOf("RCPT"u8) >= 0) return SmtpStage.RcptTo;
        if (phrase.IndexOf("MAIL"u8) >= 0) return SmtpStage.MailFrom;
        return phrase.IndexOf("DATA"u8) >= 0 ? SmtpStage.Data : SmtpStage.Unknown;
    }
}
