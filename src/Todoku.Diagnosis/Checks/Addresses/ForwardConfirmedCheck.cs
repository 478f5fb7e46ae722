using System.Net;
using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Addresses;

/// <summary>
/// Whether a name of the address leads back to it ("forward-confirmed reverse DNS", the policy iprev of RFC 8601, section 3): anybody may write
/// any name into a PTR record, only the name's owner may answer for it.
/// </summary>
public sealed class ForwardConfirmedCheck : ICheck
{
    /// <inheritdoc/>
    public string Id => "ptr-forward";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["confirmed", "partly", "not-confirmed", "unanswered", AddressResults.NoPtr];

    /// <inheritdoc/>
    public Task<IReadOnlyList<CheckResult>> RunAsync(CheckContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return AddressResults.OfEachAsync(this, context, Look);

        async Task<CheckResult> Look(IPAddress address)
        {
            var reverse = await ReverseNames.OfAsync(context, address, cancellationToken).ConfigureAwait(false);
            if (reverse.Kind == ReverseNamesKind.Missing) return AddressResults.Of(this, AddressResults.NoPtr, CheckStatus.NotApplicable, address, []);
            List<string> evidence = [.. reverse.Evidence];
            List<DomainName> confirmed = [];
            List<DomainName> others = [];
            var isKnown = reverse.Kind == ReverseNamesKind.Named;
            foreach (var name in reverse.Names)
            {
                var forward = await ForwardLookup.OfAsync(context, name, address, cancellationToken).ConfigureAwait(false);
                evidence.AddRange(forward.Evidence);
                isKnown &= forward.Kind != ForwardLookupKind.NotKnown;
                (forward.Addresses.Contains(address) ? confirmed : others).Add(name);
            }
            // Names beyond the limit were not asked for.
            isKnown &= reverse.Count <= ReverseNames.MaxNames;
            var (outcome, status) = (confirmed.Count, others.Count, isKnown) switch
            {
                ( > 0, 0, true) => ("confirmed", CheckStatus.Pass),
                ( > 0, _, true) => ("partly", CheckStatus.Warning),
                ( > 0, _, false) => ("confirmed", CheckStatus.Pass),
                (0, _, true) => ("not-confirmed", CheckStatus.Problem),
                _ => ("unanswered", CheckStatus.NotKnown),
            };
            var result = AddressResults.Of(this, outcome, status, address, evidence, AddressResults.Names(outcome == "confirmed" ? confirmed : others));
            // The name that has to lead back, whoever chose it.
            return outcome == "not-confirmed" ? result with { Values = [.. result.Values, new ReplyValue(CheckValueNames.ReverseName, others[0].ToString())] } : result;
        }
    }
}
