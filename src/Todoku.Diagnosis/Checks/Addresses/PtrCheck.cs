using System.Net;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Checks.Addresses;

/// <summary>
/// Whether each sending address has a name (PTR), and one only: a receiver that takes one of several at random may take the wrong one.
/// Google, Yahoo and Microsoft want one of every sender, for IPv6 as for IPv4.
/// </summary>
public sealed class PtrCheck : ICheck
{
    /// <inheritdoc/>
    public string Id => "ptr";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["named", "several", "missing", "missing-ipv6", "unanswered", "no-address", "relayed"];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CheckResult>> RunAsync(CheckContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Subject.Addresses.Count > 0) return await AddressResults.OfEachAsync(this, context, Look).ConfigureAwait(false);
        return context.Subject.RelayHost is { } relay
            ? [new CheckResult(Id, "relayed", CheckStatus.NotKnown, relay.ToString()) { Values = [AddressResults.Name(relay)] }]
            : [new CheckResult(Id, "no-address", CheckStatus.NotKnown, context.Subject.Domain.ToString())];

        async Task<CheckResult> Look(IPAddress address)
        {
            var reverse = await ReverseNames.OfAsync(context, address, cancellationToken).ConfigureAwait(false);
            var (outcome, status) = reverse.Kind switch
            {
                ReverseNamesKind.Named when reverse.Count > 1 => ("several", CheckStatus.Warning),
                ReverseNamesKind.Named => ("named", CheckStatus.Pass),
                ReverseNamesKind.Missing => (AddressResults.IsIPv6(address) ? "missing-ipv6" : "missing", CheckStatus.Problem),
                _ => ("unanswered", CheckStatus.NotKnown),
            };
            return AddressResults.Of(this, outcome, status, address, reverse.Evidence,
                AddressResults.Names(reverse.Names), new ReplyValue(CheckValueNames.Count, $"{reverse.Count}"));
        }
    }
}
