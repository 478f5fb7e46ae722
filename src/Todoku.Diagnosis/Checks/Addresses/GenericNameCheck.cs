using System.Net;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Checks.Addresses;

/// <summary>
/// Whether the address's name looks chosen (<see cref="GenericName"/>). A warning, not a problem: receivers differ in what they take for generic.
/// </summary>
public sealed class GenericNameCheck : ICheck
{
    /// <inheritdoc/>
    public string Id => "ptr-generic";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["own-name", "address-in-name", "access-line", "provider-default", "unanswered", AddressResults.NoPtr];

    /// <inheritdoc/>
    public Task<IReadOnlyList<CheckResult>> RunAsync(CheckContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return AddressResults.OfEachAsync(this, context, Look);

        async Task<CheckResult> Look(IPAddress address)
        {
            var reverse = await ReverseNames.OfAsync(context, address, cancellationToken).ConfigureAwait(false);
            if (reverse.Kind == ReverseNamesKind.NotKnown) return AddressResults.Of(this, "unanswered", CheckStatus.NotKnown, address, reverse.Evidence);
            if (reverse.Kind == ReverseNamesKind.Missing) return AddressResults.Of(this, AddressResults.NoPtr, CheckStatus.NotApplicable, address, []);
            foreach (var name in reverse.Names)
            {
                var ownLabels = context.OrganizationalDomain(name).Split('.').Length;
                var outcome = GenericName.Judge(name, address, ownLabels, out var mark) switch
                {
                    GenericNameKind.AddressInName => "address-in-name",
                    GenericNameKind.AccessLine => "access-line",
                    GenericNameKind.ProviderDefault => "provider-default",
                    _ => "",
                };
                if (outcome.Length == 0) continue;
                return AddressResults.Of(this, outcome, CheckStatus.Warning, address, reverse.Evidence, AddressResults.Name(name), new ReplyValue(CheckValueNames.Term, mark));
            }
            return AddressResults.Of(this, "own-name", CheckStatus.Pass, address, reverse.Evidence, AddressResults.Name(reverse.Names[0]));
        }
    }
}
