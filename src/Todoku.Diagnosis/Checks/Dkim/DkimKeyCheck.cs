using Todoku.Authentication.Signatures;
using Todoku.Authentication.TagLists;
using Todoku.Dns;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Checks.Dkim;

/// <summary>Whether verifiers can use the key record: its grammar, version, type, hash, service, and the key itself (RFC 6376, section 3.6.1; RFC 8463).</summary>
public sealed class DkimKeyCheck : ICheck
{
    private const int MaxTerm = 60;

    /// <inheritdoc/>
    public string Id => "dkim-key";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } =
        ["usable", "syntax", "version", "no-key", "unreadable", "unknown-type", "hash-excluded", "not-for-mail", "nothing-to-read"];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CheckResult>> RunAsync(CheckContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var publications = await DkimPublication.OfSenderAsync(context, cancellationToken).ConfigureAwait(false);
        return publications.Count == 0 ? [DkimResult.Of(this, context.Subject.Domain, "nothing-to-read", CheckStatus.NotApplicable, [])] : [.. publications.Select(Judge)];
    }

    private CheckResult Judge(DkimPublication publication)
    {
        if (publication.Kind != DkimPublicationKind.Found || publication.Record is not { } record)
            return DkimResult.Of(this, publication, "nothing-to-read", CheckStatus.NotApplicable);
        var outcome = record.Problem switch
        {
            SignatureReason.KeyRevoked => "nothing-to-read",
            SignatureReason.KeySyntaxError => "syntax",
            SignatureReason.KeyVersion => "version",
            SignatureReason.KeyMissing => "no-key",
            SignatureReason.KeyUnreadable => "unreadable",
            SignatureReason.KeyTypeUnknown => "unknown-type",
            SignatureReason.KeyHashNotAllowed => "hash-excluded",
            SignatureReason.KeyNotForMail => "not-for-mail",
            _ => "usable",
        };
        var status = outcome switch { "usable" => CheckStatus.Pass, "nothing-to-read" => CheckStatus.NotApplicable, _ => CheckStatus.Problem };
        var result = DkimResult.Of(this, publication, outcome, status, new ReplyValue(CheckValueNames.Term, TermOf(record)));
        return status == CheckStatus.Problem && Mended(record) is { } value && publication.Name is { } name && publication.Aliases.Count == 0
            ? result with { Records = [new PublishedRecord(name, DnsRecordType.TXT, value)] }
            : result;
    }

    // The words of the grammar: the sentence for them is the article's.
    private static string TermOf(KeyRecord record)
    {
        var term = record.SyntaxError is { } error ? $"{error.Problem} @{Figure.Of(error.Offset)}" : record.ProblemDetail;
        return term.Length > MaxTerm ? $"{term.AsSpan(0, MaxTerm)}..." : term;
    }

    // With the key as it is and without the tag that shuts verifiers out; null unless that makes a key that can be used.
    private static string? Mended(KeyRecord record)
    {
        if (record.Problem is not (SignatureReason.KeyVersion or SignatureReason.KeyHashNotAllowed or SignatureReason.KeyNotForMail)) return null;
        if (!TagList.TryParse(record.Text, out var list, out _)) return null;
        var kept = list.Tags.Where(tag => !tag.Name.Span.SequenceEqual("v"u8) && !tag.Name.Span.SequenceEqual("h"u8) && !tag.Name.Span.SequenceEqual("s"u8))
            .Select(tag => $"{KeyText.Of(tag.Name.Span)}={KeyText.Of(tag.Value.Span)}");
        var text = $"v=DKIM1; {string.Join("; ", kept)}";
        return KeyText.IsUsable(text) ? text : null;
    }
}
