using Todoku.Diagnosis.Checks.Addresses;
using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Receiving;

/// <summary>
/// Whether the servers that the From domain's MX records name can be reached: a name, no address (RFC 5321, section 2.3.5), no alias (RFC 2181,
/// section 10.3), with addresses of the open internet. Some receivers refuse a sender whose MX lead nowhere.
/// </summary>
public sealed class MxHostsCheck : ICheck
{
    /// <summary>The most servers of one domain that are looked at.</summary>
    public const int MaxHosts = 10;

    /// <inheritdoc/>
    public string Id => "mx-hosts";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["resolve", "address", "no-address", "alias", "private", "unanswered", "no-mx"];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CheckResult>> RunAsync(CheckContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var domain = context.Subject.Domain;
        var reception = await MailReception.OfAsync(context, domain, cancellationToken).ConfigureAwait(false);
        if (reception.Kind == MailReceptionKind.NotKnown) return [Result("unanswered", CheckStatus.NotKnown, domain, domain, reception.Evidence)];
        if (reception.Kind != MailReceptionKind.Servers || reception.Servers.Count == 0) return [Result("no-mx", CheckStatus.NotApplicable, domain, domain, reception.Evidence)];
        var hosts = reception.Servers.Distinct().Take(MaxHosts);
        var results = await Task.WhenAll(hosts.Select(host => LookAsync(context, domain, host, cancellationToken))).ConfigureAwait(false);
        CheckResult[] faults = [.. results.Where(result => result.Status != CheckStatus.Pass)];
        // One that works is enough for mail to arrive; the others cost time, and look neglected.
        if (results.Any(result => result.Status == CheckStatus.Pass))
            faults = [.. faults.Select(fault => fault.Status == CheckStatus.Problem ? fault with { Status = CheckStatus.Warning } : fault)];
        return faults.Length > 0 ? faults : [Result("resolve", CheckStatus.Pass, domain, domain, [.. reception.Evidence, .. results.SelectMany(result => result.Evidence)])];
    }

    private async Task<CheckResult> LookAsync(CheckContext context, DomainName domain, DomainName host, CancellationToken cancellationToken)
    {
        string[] record = [$"{domain} MX {host}"];
        if (HostNameForm.IsAddress(host)) return Result("address", CheckStatus.Problem, domain, host, record);
        var forward = await ForwardLookup.OfBothAsync(context, host, cancellationToken).ConfigureAwait(false);
        var (outcome, status) = forward.Kind switch
        {
            ForwardLookupKind.NotKnown => ("unanswered", CheckStatus.NotKnown),
            ForwardLookupKind.None or ForwardLookupKind.NoSuchName => ("no-address", CheckStatus.Problem),
            _ when !forward.Addresses.Any(GlobalAddress.Is) => ("private", CheckStatus.Problem),
            _ when forward.Aliases.Count > 0 => ("alias", CheckStatus.Warning),
            _ => ("resolve", CheckStatus.Pass),
        };
        return Result(outcome, status, domain, host, [.. record, .. forward.Evidence]);
    }

    private CheckResult Result(string outcome, CheckStatus status, DomainName domain, DomainName host, IReadOnlyList<string> evidence) => new(Id, outcome, status, host.ToString())
    {
        Evidence = evidence,
        Values = [new ReplyValue(ReplyValueNames.Domain, domain.ToString()), new ReplyValue(CheckValueNames.Name, host.ToString())],
    };
}
