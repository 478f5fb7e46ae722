using Todoku.Authentication.Arc;
using Todoku.Authentication.AuthenticationResults;
using Todoku.Authentication.Dkim;
using Todoku.Authentication.Messages;
using Todoku.Authentication.Spf;
using Todoku.Cli.Dmarc;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Reports.Text;
using Todoku.Mail.Internationalized;

namespace Todoku.Cli.Message;

/// <summary>What a receiver finds out about a message, for a person.</summary>
internal sealed class MessageText(TextCanvas canvas, CliTexts texts)
{
    private const int Indent = 2;

    /// <summary>Writes it.</summary>
    public void Write(MessageAuthentication message)
    {
        WriteSpf(message);
        var signatures = message.Dkim.Signatures;
        canvas.Paragraph(texts.Dkim.Verdict(message.Dkim.Result, signatures.Count(check => check.IsVerified), signatures.Count), 0,
            message.Dkim.Result == DkimResult.Pass ? Ink.Good : Ink.Doubtful);
        foreach (var check in signatures)
        {
            var domain = check.Signature.Domain.IsRoot ? "?" : check.Signature.Domain.ToString();
            canvas.Paragraph($"d={domain} s={check.Signature.Selector}: {texts.Signature.Reason(check.Reason, check.Detail, check.Signature, check.Key)}", Indent);
        }
        if (message.Arc.Result != ArcResult.None)
            canvas.Paragraph(texts.Arc.Verdict(message.Arc.Result, message.Arc.Sets.Count), 0, message.Arc.Result == ArcResult.Pass ? Ink.Good : Ink.Doubtful);
        new DmarcText(canvas, texts).Write(message.Dmarc);
        canvas.Section("Authentication-Results");
        foreach (var line in AuthenticationResultsWriter.Write("", MessageResults.Of(message)).Split("\r\n")) canvas.Paragraph(line.Trim(), Indent, Ink.Code);
    }

    private void WriteSpf(MessageAuthentication message)
    {
        if (message is not { Spf: { } spf, Request.Ip: { } ip })
        {
            canvas.Paragraph(texts.Message.NoSpf, 0, Ink.Doubtful);
            return;
        }
        canvas.Paragraph(ReadableNames.In($"SPF {texts.Spf.Heading(spf.Verdict, ip.ToString(), spf.Domain)}"), 0, spf.Verdict == SpfVerdict.Pass ? Ink.Good : Ink.Doubtful);
        canvas.Paragraph(texts.SpfReason.Of(spf.Reason), Indent);
    }
}
