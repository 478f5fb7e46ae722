using System.Text;
using Todoku.Authentication.Signatures;
using Todoku.Authentication.Signatures.Evidence;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Reports.Text;
using Todoku.Mail.Messages;

namespace Todoku.Cli.Messages;

/// <summary>Writes the steps of one signature for a person: the field, the key, the body, the header, as far as each was come to.</summary>
internal sealed class SignatureReport(TextCanvas canvas, SignatureTexts texts)
{
    private const int Indent = 2;
    private const int MaxRecordLength = 600;
    private const int MaxNames = 40;
    private const int MaxQuote = 1000;
    private const int MaxQuotedLines = 4;

    // What a reader sees, and what decides how the body is read.
    private static readonly string[] Visible = ["Subject", "To", "Cc", "Date", "Reply-To", "Content-Type"];

    private int _searches;

    /// <summary>Writes the steps.</summary>
    /// <param name="message">The message.</param>
    /// <param name="check">What came of the signature.</param>
    public void Write(MessageHeaders message, SignatureCheck check)
    {
        var signature = check.Signature;
        if (signature.Problem is not null || check.Reason == SignatureReason.Expired)
        {
            WriteProblem(texts.FieldStep, check);
            if (signature.SyntaxError is { } error) canvas.Paragraph(texts.Syntax(error.Problem, error.Offset), Indent * 2);
            return;
        }
        Step(texts.FieldStep, true, texts.Field(AlgorithmNames.Of(signature.Algorithm), Forms(signature), MessageTime.Show(signature.SignedAt), MessageTime.Show(signature.ExpiresAt)));
        if (check.BodyHash.Length == 0 && check.HeaderHash.Length == 0)
        {
            WriteProblem(texts.KeyStep, check);
            if (check.Key is not { } record) return;
            if (record.SyntaxError is { } error) canvas.Paragraph(texts.Syntax(error.Problem, error.Offset), Indent * 2);
            canvas.Paragraph(texts.Record(Cut(record.Text.Span)), Indent * 2, Ink.Faint);
            return;
        }
        if (check.Key is { } key)
            Step(texts.KeyStep, true, texts.Key(signature.KeyName.ToString(), key.Algorithm == SigningAlgorithm.Ed25519Sha256 ? "Ed25519" : "RSA", key.Bits, key.IsTesting));
        var isSearched = !check.IsVerified && _searches++ < SignatureEvidence.MaxSearches;
        var evidence = isSearched ? SignatureEvidence.Find(message, check) : new SignatureEvidence(null, null);
        WriteBody(message, check, evidence.Body);
        WriteHeader(message, check, evidence.Header);
    }

    /// <summary>Writes what is odd about the message itself.</summary>
    public void WriteNotes(MessageFile file)
    {
        var defects = file.Headers.Defects;
        var from = file.Headers.All("From"u8).Count;
        string[] notes =
        [
            file.HadUnixLineEnds ? texts.UnixLineEnds : "",
            defects.HasFlag(HeaderDefects.MailboxLine) ? texts.MailboxLine : "",
            (defects & (HeaderDefects.BareLineFeed | HeaderDefects.BareCarriageReturn)) != 0 ? texts.BareLineEnds : "",
            defects.HasFlag(HeaderDefects.MalformedLine) ? texts.MalformedLines : "",
            defects.HasFlag(HeaderDefects.NoBody) ? texts.NoBody : "",
            from > 1 ? texts.SeveralFrom(from) : "",
        ];
        if (notes.All(note => note.Length == 0)) return;
        canvas.Section(texts.Notes);
        foreach (var note in notes.Where(note => note.Length > 0)) canvas.Paragraph(note, Indent);
    }

    /// <summary>Writes one step.</summary>
    public void Step(string name, bool isGood, string text)
    {
        canvas.Write(Columns.Spaces(Indent)).Write(isGood ? "✓ " : "✗ ", isGood ? Ink.Good : Ink.Bad).Write(name, Ink.Strong).EndLine();
        canvas.Paragraph(text, Indent * 2, isGood ? Ink.Plain : Ink.Bad);
    }

    private void WriteProblem(string step, SignatureCheck check) => Step(step, false, texts.Reason(check.Reason, check.Detail, check.Signature, check.Key));

    private void WriteBody(MessageHeaders message, SignatureCheck check, BodyEvidence? evidence)
    {
        // A seal covers no body.
        if (check.BodyHash.Length == 0) return;
        if (check.Reason is SignatureReason.BodyHashMismatch or SignatureReason.BodyTooShort)
        {
            WriteProblem(texts.BodyStep, check);
            if (check.Reason == SignatureReason.BodyTooShort) return;
            canvas.Paragraph(texts.Hashes(Convert.ToBase64String(check.Signature.BodyHash), Convert.ToBase64String(check.BodyHash)), Indent * 2, Ink.Faint);
            if (evidence is not null) canvas.Paragraph(texts.Body(evidence), Indent * 2);
            else if (_searches <= SignatureEvidence.MaxSearches) canvas.Paragraph(texts.BodyUnexplained, Indent * 2);
            if (evidence is BodyEvidence.Appended appended) Quote(message.Body[(int)appended.Offset..]);
            else if (evidence is BodyEvidence.Prepended prepended) Quote(message.Body[..(int)prepended.Octets]);
            return;
        }
        Step(texts.BodyStep, true, texts.BodyVerifies(check.BodyOctets));
        if (check.Signature.BodyLength is { } length && length < check.BodyOctets) canvas.Paragraph(texts.BodyUnsigned(length, check.BodyOctets), Indent * 2, Ink.Doubtful);
    }

    // The first lines of what was added.
    private void Quote(ReadOnlyMemory<byte> text)
    {
        var shown = Encoding.UTF8.GetString(text.Span[..Math.Min(text.Length, MaxQuote)]);
        foreach (var line in shown.Split('\n', MaxQuotedLines + 1).Take(MaxQuotedLines).Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0))
            canvas.Line($"│ {line}", Ink.Faint, Indent * 2);
    }

    private void WriteHeader(MessageHeaders message, SignatureCheck check, HeaderEvidence? evidence)
    {
        if (check.HeaderVerifies == true)
        {
            var names = check.Signature.SignedHeaders.Select(name => Encoding.ASCII.GetString(name.Span)).Distinct(StringComparer.OrdinalIgnoreCase).Take(MaxNames).ToArray();
            Step(texts.HeaderStep, true, names.Length > 0 ? texts.HeaderVerifies(string.Join(", ", names)) : texts.Reason(SignatureReason.Verified, "", check.Signature, check.Key));
            if (!check.IsVerified) canvas.Paragraph(texts.OnlyBodyChanged, Indent * 2);
            var uncovered = Visible.Where(name => !names.Contains(name, StringComparer.OrdinalIgnoreCase) && message.All(Encoding.ASCII.GetBytes(name)).Count > 0).ToArray();
            if (names.Length > 0 && uncovered.Length > 0) canvas.Paragraph(texts.Uncovered(string.Join(", ", uncovered)), Indent * 2, Ink.Doubtful);
            return;
        }
        Step(texts.HeaderStep, false, texts.Reason(SignatureReason.SignatureMismatch, "", check.Signature, check.Key));
        if (evidence is null) return;
        var field = evidence is HeaderEvidence.FieldAdded added ? Encoding.ASCII.GetString(message.Fields[added.Index].Name) : "";
        canvas.Paragraph(texts.Header(evidence, field), Indent * 2);
    }

    private static string Forms(SignatureField signature) => $"{Name(signature.HeaderCanonicalization)}/{Name(signature.BodyCanonicalization)}";

    private static string Name(Canonicalization form) => form == Canonicalization.Simple ? "simple" : "relaxed";

    private static string Cut(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text.Length > MaxRecordLength ? text[..MaxRecordLength] : text) + (text.Length > MaxRecordLength ? " ..." : "");
}
