using System.Net;
using Todoku.Authentication.Spf;
using Todoku.Diagnosis.Checks.Spf;
using Todoku.Dns;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Checks.Addresses;

/// <summary>
/// Whether mail by IPv6 stands as well as by IPv4: a name for the address, and SPF that names it. A server often gets an IPv6 address without anybody
/// noticing, sends from it wherever the receiver has one, and is refused there.
/// </summary>
public sealed class Ipv6Check : ICheck
{
    /// <inheritdoc/>
    public string Id => "ipv6";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["equal", "no-ptr", "no-spf", "unanswered", "not-used"];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CheckResult>> RunAsync(CheckContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var addresses = context.Subject.Addresses.Where(AddressResults.IsIPv6).Distinct().ToArray();
        if (addresses.Length == 0) return [new CheckResult(Id, "not-used", CheckStatus.NotApplicable, context.Subject.Domain.ToString())];
        return await Task.WhenAll(addresses.Select(address => LookAsync(context, address, cancellationToken))).ConfigureAwait(false);
    }

    private async Task<CheckResult> LookAsync(CheckContext context, IPAddress address, CancellationToken cancellationToken)
    {
        var domain = context.Subject.ReturnPathDomain ?? context.Subject.Domain;
        var reverse = await ReverseNames.OfAsync(context, address, cancellationToken).ConfigureAwait(false);
        var spf = await VerdictAsync(context, domain.ToString(), address, cancellationToken).ConfigureAwait(false);
        var (outcome, status) = (reverse.Kind, spf) switch
        {
            (ReverseNamesKind.Missing, _) => ("no-ptr", CheckStatus.Problem),
            (_, SpfVerdict.Fail or SpfVerdict.SoftFail or SpfVerdict.Neutral) when await PassesByIpv4Async(context, domain.ToString(), cancellationToken).ConfigureAwait(false) =>
                ("no-spf", CheckStatus.Problem),
            (ReverseNamesKind.NotKnown, _) or (_, SpfVerdict.TempError) => ("unanswered", CheckStatus.NotKnown),
            _ => ("equal", CheckStatus.Pass),
        };
        var result = AddressResults.Of(this, outcome, status, address, [.. reverse.Evidence, $"SPF {domain} {address}: {Word(spf)}"],
            new ReplyValue(ReplyValueNames.Domain, domain.ToString()), new ReplyValue(ReplyValueNames.SpfDomain, domain.ToString()), new ReplyValue(ReplyValueNames.SpfResult, Word(spf)));
        if (outcome != "no-spf") return result;
        // Somebody else's record is not the sender's to change.
        if (!SpfPublication.IsOwn(context, domain)) return result with { Steps = ["ipv4-only"] };
        var publication = await SpfPublication.OfAsync(context, domain, cancellationToken).ConfigureAwait(false);
        return result with { Records = [new PublishedRecord(domain, DnsRecordType.TXT, SpfComposer.Compose(publication.Records, context.Subject.Addresses))] };
    }

    // Without that, IPv6 is no matter of its own: the points about SPF have it.
    private static async Task<bool> PassesByIpv4Async(CheckContext context, string domain, CancellationToken cancellationToken)
    {
        foreach (var address in context.Subject.Addresses.Where(address => !AddressResults.IsIPv6(address)))
        {
            if (await VerdictAsync(context, domain, address, cancellationToken).ConfigureAwait(false) == SpfVerdict.Pass) return true;
        }
        return false;
    }

    private static Task<SpfVerdict> VerdictAsync(CheckContext context, string domain, IPAddress address, CancellationToken cancellationToken) =>
        context.FactAsync((nameof(Ipv6Check), domain, address), async () =>
        {
            var request = new SpfRequest { Ip = address, Sender = domain, Helo = context.Subject.HeloName?.ToString() ?? "" };
            return (await new SpfEvaluator(context.Time).EvaluateAsync(request, context.Dns, cancellationToken).ConfigureAwait(false)).Verdict;
        });

    private static string Word(SpfVerdict verdict) => verdict.ToString().ToLowerInvariant();
}
