using Todoku.Dns;
using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Addresses;

/// <summary>
/// Whether the name that the server says in HELO is a full host name that leads to the sending address (RFC 5321, sections 2.3.5 and 4.1.1.1).
/// </summary>
public sealed class HeloCheck : ICheck
{
    /// <inheritdoc/>
    public string Id => "helo";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } =
        ["leads-back", "exists", "elsewhere", "no-such-name", "address", "unqualified", "private-name", "bad-characters", "unanswered", "not-given"];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CheckResult>> RunAsync(CheckContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Subject.HeloName is not { } helo) return [new CheckResult(Id, "not-given", CheckStatus.NotKnown, context.Subject.Domain.ToString())];
        var result = FaultOf(helo) is { } fault
            ? Result(context.Subject, fault, CheckStatus.Problem, helo, [$"HELO {helo}"])
            : await LookAsync(context, helo, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<ReplyValue> reverse = context.Subject.Addresses is [var address, ..] ? await ReverseNames.ValueOfAsync(context, address, cancellationToken).ConfigureAwait(false) : [];
        return [result with { Values = [.. result.Values, .. reverse] }];
    }

    private async Task<CheckResult> LookAsync(CheckContext context, DomainName helo, CancellationToken cancellationToken)
    {
        var forward = await ForwardLookup.OfBothAsync(context, helo, cancellationToken).ConfigureAwait(false);
        var ours = context.Subject.Addresses;
        var (outcome, status) = forward.Kind switch
        {
            ForwardLookupKind.Found when ours.Count == 0 => ("exists", CheckStatus.Pass),
            ForwardLookupKind.Found when ours.Any(forward.Addresses.Contains) => ("leads-back", CheckStatus.Pass),
            // One family may be missing from what was found.
            ForwardLookupKind.Found when !await IsCompleteAsync(context, helo, cancellationToken).ConfigureAwait(false) => ("unanswered", CheckStatus.NotKnown),
            ForwardLookupKind.Found => ("elsewhere", CheckStatus.Warning),
            ForwardLookupKind.NotKnown => ("unanswered", CheckStatus.NotKnown),
            _ => ("no-such-name", CheckStatus.Problem),
        };
        var result = Result(context.Subject, outcome, status, helo, forward.Evidence);
        return outcome == "no-such-name"
            ? result with { Records = Records(context.Subject, helo), Values = [.. result.Values, new ReplyValue(CheckValueNames.MailHost, helo.ToString())] }
            : result;
    }

    private static string? FaultOf(DomainName helo) =>
        HostNameForm.IsAddress(helo) ? "address"
        : HostNameForm.IsUnqualified(helo) ? "unqualified"
        : HostNameForm.IsPrivate(helo) ? "private-name"
        : HostNameForm.HasHostCharacters(helo) ? null
        : "bad-characters";

    private static async Task<bool> IsCompleteAsync(CheckContext context, DomainName helo, CancellationToken cancellationToken)
    {
        var old = await ForwardLookup.OfAsync(context, helo, DnsRecordType.A, cancellationToken).ConfigureAwait(false);
        var both = await ForwardLookup.OfAsync(context, helo, DnsRecordType.AAAA, cancellationToken).ConfigureAwait(false);
        return old.Kind != ForwardLookupKind.NotKnown && both.Kind != ForwardLookupKind.NotKnown;
    }

    private static IReadOnlyList<PublishedRecord> Records(CheckSubject subject, DomainName helo) =>
        [.. subject.Addresses.Select(address => new PublishedRecord(helo, AddressResults.IsIPv6(address) ? DnsRecordType.AAAA : DnsRecordType.A, address.ToString()))];

    private CheckResult Result(CheckSubject subject, string outcome, CheckStatus status, DomainName helo, IReadOnlyList<string> evidence) => new(Id, outcome, status, helo.ToString())
    {
        Evidence = evidence,
        Values =
        [
            new ReplyValue(ReplyValueNames.Helo, helo.ToString()),
            new ReplyValue(ReplyValueNames.Ip, subject.Addresses.Count > 0 ? subject.Addresses[0].ToString() : ""),
        ],
    };
}
