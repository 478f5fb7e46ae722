using Todoku.Authentication.Dkim;
using Todoku.Cli.Messages;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Reports.Text;
using Todoku.Mail.Internationalized;

namespace Todoku.Cli.Dkim;

/// <summary>A verification for a person.</summary>
internal sealed class DkimVerificationText(TextCanvas canvas, CliTexts texts)
{
    private const int Indent = 2;

    /// <summary>Writes it.</summary>
    public void Write(MessageFile file, DkimVerification verification)
    {
        var signatures = verification.Signatures;
        var ink = verification.Result switch
        {
            DkimResult.Pass => Ink.Good,
            DkimResult.None or DkimResult.TempError => Ink.Doubtful,
            _ => Ink.Bad,
        };
        canvas.Paragraph(texts.Dkim.Verdict(verification.Result, signatures.Count(check => check.IsVerified), signatures.Count), 0, ink);
        if (signatures.Count == 0) canvas.Paragraph(texts.Dkim.Unsigned, Indent);
        var report = new SignatureReport(canvas, texts.Signature);
        foreach (var (at, check) in signatures.Index())
        {
            canvas.Section(ReadableNames.In(texts.Dkim.Signature(at + 1, signatures.Count, check.Signature.Domain.IsRoot ? "?" : check.Signature.Domain.ToString(), check.Signature.Selector)));
            report.Write(verification.Message, check);
        }
        report.WriteNotes(file);
    }
}
