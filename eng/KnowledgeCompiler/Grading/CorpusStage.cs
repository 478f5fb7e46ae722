using Todoku.Mail;

namespace Todoku.KnowledgeCompilation.Grading;

/// <summary>The stage from Postfix's words ("end of DATA", "RCPT TO", "initial connection").</summary>
internal static class CorpusStage
{
    public static SmtpStage Of(string words) => words.ToUpperInvariant() switch
    {
        "" => SmtpStage.Unknown,
        var text when text.Contains("END OF DATA", StringComparison.Ordinal) => SmtpStage.EndOfData,
        var text when text.Contains("RCPT", StringComparison.Ordinal) => SmtpStage.RcptTo,
        var text when text.Contains("MAIL", StringComparison.Ordinal) => SmtpStage.MailFrom,
        var text when text.Contains("DATA", StringComparison.Ordinal) || text.Contains("BDAT", StringComparison.Ordinal) => SmtpStage.Data,
        var text when text.Contains("HELO", StringComparison.Ordinal) || text.Contains("EHLO", StringComparison.Ordinal) => SmtpStage.Ehlo,
        var text when text.Contains("STARTTLS", StringComparison.Ordinal) => SmtpStage.StartTls,
        var text when text.Contains("AUTH", StringComparison.Ordinal) => SmtpStage.Auth,
        var text when text.Contains("INITIAL", StringComparison.Ordinal) || text.Contains("BANNER", StringComparison.Ordinal) => SmtpStage.Banner,
        var text when text.Contains("CONNECT", StringComparison.Ordinal) => SmtpStage.Connect,
        _ => SmtpStage.Unknown,
    };
}
