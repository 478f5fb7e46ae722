using Todoku.Authentication.TagLists;
using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Transport;

/// <summary>Whether the From domain's record for reports about TLS, if it has any, can be used (RFC 8460, section 3).</summary>
public sealed class TlsReportCheck : ICheck
{
    private const string Version = "v=TLSRPTv1";

    /// <inheritdoc/>
    public string Id => "tls-rpt";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["absent", "present", "several-records", "bad-record", "unanswered"];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CheckResult>> RunAsync(CheckContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var domain = context.Subject.Domain;
        if (!domain.TryPrepend("_smtp._tls", out var name)) return [Result("absent", CheckStatus.NotApplicable, domain, [])];
        var (records, evidence) = await TextRecords.OfAsync(context, name, Version, cancellationToken).ConfigureAwait(false);
        return
        [
            records switch
            {
                null => Result("unanswered", CheckStatus.NotKnown, domain, evidence),
                [] => Result("absent", CheckStatus.NotApplicable, domain, evidence),
                [var record] when HasAddress(VersionedText.Tag(record, "rua")) => Result("present", CheckStatus.Pass, domain, evidence),
                [_] => Result("bad-record", CheckStatus.Warning, domain, evidence),
                _ => Result("several-records", CheckStatus.Warning, domain, evidence),
            },
        ];
    }

    // One that can be used is enough.
    private static bool HasAddress(string? list) => list is not null && list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Any(address =>
        (address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) && address.IndexOf('@', StringComparison.Ordinal) is > 7 and var at && at < address.Length - 1)
        || (address.StartsWith("https://", StringComparison.OrdinalIgnoreCase) && address.Length > "https://".Length));

    private CheckResult Result(string outcome, CheckStatus status, DomainName domain, IReadOnlyList<string> evidence) =>
        new(Id, outcome, status, domain.ToString()) { Evidence = evidence, Values = [new ReplyValue(ReplyValueNames.Domain, domain.ToString())] };
}
