using System.Text;
using Todoku.Authentication.Signatures;
using Todoku.Relay.Policy.Headers;
using Todoku.Relay.Queue;

namespace Todoku.Relay.Policy;

/// <summary>A message that is taken, on its way through the policy: its body is hashed once for all keys while it goes by.</summary>
internal sealed class MessagePreparation : IMessagePreparation
{
    private readonly PreparationStart _start;
    private readonly AlignmentRule _alignment;
    private readonly TimeProvider _time;
    private readonly BodyHasher? _hasher;
    private ContentNeeds _needs;

    public MessagePreparation(PreparationStart start, AlignmentRule alignment, TimeProvider time)
    {
        (_start, _alignment, _time) = (start, alignment, time);
        if (start.Keys.Count > 0) _hasher = new BodyHasher(Canonicalization.Relaxed);
        _needs = ContentNeedsFinder.OfHeader(start.Submission, start.Revision.Kept.Span[..start.Revision.HeaderLength]);
        Append(start.Revision.Kept.Span[start.Revision.HeaderLength..]);
    }

    public MessageRefusal? Refusal => null;

    public ReadOnlyMemory<byte> Header => _start.Revision.Kept;

    public void Append(ReadOnlySpan<byte> body)
    {
        if ((_needs & ContentNeeds.EightBit) == 0) _needs |= ContentNeedsFinder.OfOctets(body);
        _hasher?.Append(body);
    }

    public PreparedMessage Finish()
    {
        var fields = new StringBuilder();
        var signatures = Sign(fields);
        fields.Append(_start.Received).Append(_start.Added);
        var path = _start.ReturnPath;
        if (path is { IsDryRun: true, Rule: { } rule }) _start.Notes.Add(new PolicyNote.ReturnPathDryRun(rule.Name, path.VerpDomain?.ToString() ?? path.Sender));
        var original = _start.Submission.Sender?.ToString() ?? "";
        var isChanged = path is { IsChanged: true, IsDryRun: false };
        return new PreparedMessage
        {
            Prefix = Encoding.UTF8.GetBytes(fields.ToString()),
            Sender = isChanged ? path!.Sender : original,
            OriginalSender = isChanged ? original : null,
            VerpDomain = isChanged ? path!.VerpDomain?.ToString() : null,
            AuthorDomain = _start.Author?.ToString(),
            MessageId = MessageId(),
            SigningDomains = DomainsOf(signatures),
            Signatures = signatures,
            ReturnPath = path,
            Notes = _start.Notes,
            IsBulk = _start.Survey.IsBulk,
            Needs = _needs,
        };
    }

    public void Dispose() => _hasher?.Dispose();

    private List<MessageSignature> Sign(StringBuilder fields)
    {
        var made = new List<MessageSignature>(_start.Keys.Count);
        if (_hasher is null) return made;
        var bodyHash = _hasher.Finish();
        var now = _time.GetUtcNow();
        foreach (var key in _start.Keys)
        {
            if (key.Signer(out var algorithm) is not { } signer) continue;
            fields.Append(signer.Sign(_start.Signed, bodyHash, now));
            made.Add(new MessageSignature(key.DomainText, key.Selector, algorithm, _alignment.Between(key.Domain, _start.Author)));
        }
        if (made.Count == 0) _start.Notes.Add(new PolicyNote.NotSigned(NotSignedReason.UnusableKey));
        return made;
    }

    // One that was added stands before all that came.
    private string MessageId()
    {
        var survey = _start.Survey;
        if (survey.HasMessageId) return Encoding.UTF8.GetString(survey.Headers.Fields[survey.MessageIdAt].Unfold());
        return _start.Added.Length > 0 && _start.Signed.All("Message-ID"u8) is [var added, ..] ? Encoding.UTF8.GetString(added.Unfold()) : "";
    }

    private string[] DomainsOf(List<MessageSignature> signatures)
    {
        if (signatures.Count == 1 && _start.Survey.Signatures.Count == 0) return [signatures[0].Domain];
        return [.. signatures.Select(signature => signature.Domain).Concat(_start.Foreign.Domains).Distinct()];
    }
}
