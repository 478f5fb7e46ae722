using MimeKit.Encodings;
using Todoku.Mail.Messages.Parts;
using Todoku.Knowledge;
using Todoku.Knowledge.Words;

namespace Todoku.Diagnosis.Checks.Messages;

/// <summary>Whether attachments are of kinds that receivers refuse: programs, files with macros, archives with a password.</summary>
public sealed class AttachmentsPoint : IMessageCheck
{
    private const int ZipHeader = 30;

    /// <inheritdoc/>
    public string Id => "message-attachments";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["harmless", "none", "refused", "macros", "encrypted"];

    /// <inheritdoc/>
    public bool NeedsWhole => true;

    /// <inheritdoc/>
    public Task<IReadOnlyList<CheckResult>> RunAsync(MessageContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var files = context.Message.Parts.Parts.Where(part => !part.IsInAttachedMessage && part.FileName.Length > 0).ToArray();
        if (files.Length == 0) return PointResult.Task(PointResult.Of(this, "none", CheckStatus.NotApplicable, "message", []));
        List<CheckResult> results = [];
        Add("refused", CheckStatus.Problem, file => context.Knowledge.WordList(WordListNames.RefusedAttachments).Contains(Extension(file)));
        Add("macros", CheckStatus.Warning, file => context.Knowledge.WordList(WordListNames.MacroAttachments).Contains(Extension(file)));
        Add("encrypted", CheckStatus.Warning, IsEncryptedZip);
        if (results.Count == 0) results.Add(PointResult.Of(this, "harmless", CheckStatus.Pass, "message", files.Select(file => file.FileName), new ReplyValue(CheckValueNames.Count, Figure.Of(files.Length))));
        return Task.FromResult<IReadOnlyList<CheckResult>>(results);

        void Add(string outcome, CheckStatus status, Func<MessagePart, bool> isOne)
        {
            var found = files.Where(isOne).Select(file => file.FileName).ToArray();
            if (found.Length > 0) results.Add(PointResult.Of(this, outcome, status, PointResult.Cut(found[0]), found, new ReplyValue(CheckValueNames.Names, PointResult.Cut(string.Join(", ", found.Take(5))))));
        }
    }

    private static string Extension(MessagePart file) => file.FileName[(file.FileName.LastIndexOf('.') + 1)..].Trim().ToLowerInvariant();

    // Bit 0 of the flags in the header of the archive's first file (APPNOTE.TXT, section 4.4.4).
    private static bool IsEncryptedZip(MessagePart file)
    {
        if (file.Encoding != "base64" || file.Content.Length < 2 * ZipHeader) return false;
        var input = file.Content[..(2 * ZipHeader)].ToArray();
        var output = new byte[3 * ZipHeader];
        var length = new Base64Decoder().Decode(input, 0, input.Length, output);
        return length >= ZipHeader && output.AsSpan().StartsWith("PK\x03\x04"u8) && (output[6] & 1) != 0;
    }
}
