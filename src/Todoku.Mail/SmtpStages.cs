using System.Text;

namespace Todoku.Mail;

/// <summary>Reads the stage out of the words that mail servers use for it.</summary>
public static class SmtpStages
{
    /// <summary>
    /// The stage that words such as <c>end of DATA</c>, <c>RCPT TO:&lt;...&gt;</c>, <c>pipelined MAIL FROM</c> or <c>initial connection</c>
    /// name; <see cref="SmtpStage.Unknown"/> for others.
    /// </summary>
    public static SmtpStage FromWords(ReadOnlySpan<byte> words)
    {
        if (Has(words, "end of data"u8) || Has(words, "end of message"u8) || Has(words, "sending message body"u8)) return SmtpStage.EndOfData;
        if (Has(words, "rcpt"u8)) return SmtpStage.RcptTo;
        if (Has(words, "mail from"u8) || Has(words, "mail command"u8) || Ascii.EqualsIgnoreCase(words, "mail"u8)) return SmtpStage.MailFrom;
        if (Has(words, "starttls"u8)) return SmtpStage.StartTls;
        if (Has(words, "helo"u8) || Has(words, "ehlo"u8) || Has(words, "lhlo"u8)) return SmtpStage.Ehlo;
        if (Has(words, "auth"u8)) return SmtpStage.Auth;
        if (Has(words, "data"u8) || Has(words, "bdat"u8)) return SmtpStage.Data;
        return Has(words, "initial connection"u8) || Has(words, "initial server greeting"u8) || Has(words, "banner"u8) ? SmtpStage.Banner : SmtpStage.Unknown;
    }

    private static bool Has(ReadOnlySpan<byte> words, ReadOnlySpan<byte> word)
    {
        for (var i = 0; i + word.Length <= words.Length; i++)
        {
            if (Ascii.EqualsIgnoreCase(words.Slice(i, word.Length), word)) return true;
        }
        return false;
    }
}
