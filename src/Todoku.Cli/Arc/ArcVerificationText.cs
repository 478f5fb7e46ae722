using System.Text;
using Todoku.Authentication.Arc;
using Todoku.Authentication.Signatures;
using Todoku.Cli.Messages;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Reports.Text;

namespace Todoku.Cli.Arc;

/// <summary>A verification for a person: each set from the first to the newest, then what decided.</summary>
internal sealed class ArcVerificationText(TextCanvas canvas, CliTexts texts)
{
    private const int Indent = 2;
    private const int MaxResults = 600;

    /// <summary>Writes it.</summary>
    public void Write(MessageFile file, ArcVerification verification)
    {
        var ink = verification.Result switch
        {
            ArcResult.Pass => Ink.Good,
            ArcResult.Fail => Ink.Bad,
            _ => Ink.Plain,
        };
        canvas.Paragraph(texts.Arc.Verdict(verification.Result, verification.Sets.Count), 0, ink);
        if (verification.Result == ArcResult.Fail) canvas.Paragraph(texts.Arc.Reason(verification), Indent);
        if (verification.OldestPass > 0) canvas.Paragraph(texts.Arc.OldestPass(verification.OldestPass), Indent);
        var report = new SignatureReport(canvas, texts.Signature);
        foreach (var set in verification.Sets) WriteSet(verification, set, report);
        if (verification is { Sets.Count: 0, Decisive: { } broken })
        {
            canvas.Section(verification.Field is { } kind ? ArcWords.NameOf(kind) : texts.Arc.Seal);
            report.Write(verification.Message, broken);
        }
        report.WriteNotes(file);
    }

    private void WriteSet(ArcVerification verification, ArcSet set, SignatureReport report)
    {
        canvas.Section(texts.Arc.Set(set.Instance, set.Seal.Domain.ToString(), set.Seal.Selector, ArcWords.Of(set.ChainStatus)));
        var results = Encoding.UTF8.GetString(set.AuthenticationResults.Unfold());
        canvas.Paragraph(texts.Arc.Results(results.Length > MaxResults ? $"{results.AsSpan(0, MaxResults)} ..." : results), Indent, Ink.Faint);
        WriteCheck(verification, set.MessageSignature, texts.Arc.MessageSignature, report);
        WriteCheck(verification, set.Seal, texts.Arc.Seal, report);
    }

    private void WriteCheck(ArcVerification verification, SignatureField signature, string name, SignatureReport report)
    {
        if (verification.Checks.FirstOrDefault(check => check.Signature.Index == signature.Index) is not { } check) return;
        if (check.IsVerified)
        {
            report.Step(name, true, texts.Arc.Verifies);
            return;
        }
        report.Step(name, false, texts.Signature.Reason(check.Reason, check.Detail, check.Signature, check.Key));
        report.Write(verification.Message, check);
    }
}
