using System.Net;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Checks.Addresses;

/// <summary>Whether the name that the server says in HELO is the name of its address, or at least of the same organisation.</summary>
public sealed class PtrHeloCheck : ICheck
{
    /// <inheritdoc/>
    public string Id => "ptr-helo";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["same", "same-organization", "differs", "no-helo", "unanswered", AddressResults.NoPtr];

    /// <inheritdoc/>
    public Task<IReadOnlyList<CheckResult>> RunAsync(CheckContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return AddressResults.OfEachAsync(this, context, Look);

        async Task<CheckResult> Look(IPAddress address)
        {
            if (context.Subject.HeloName is not { } helo) return AddressResults.Of(this, "no-helo", CheckStatus.NotApplicable, address, []);
            var reverse = await ReverseNames.OfAsync(context, address, cancellationToken).ConfigureAwait(false);
            if (reverse.Kind == ReverseNamesKind.NotKnown) return AddressResults.Of(this, "unanswered", CheckStatus.NotKnown, address, reverse.Evidence);
            if (reverse.Kind == ReverseNamesKind.Missing) return AddressResults.Of(this, AddressResults.NoPtr, CheckStatus.NotApplicable, address, []);
            var (outcome, status) = reverse.Names.Contains(helo) ? ("same", CheckStatus.Pass)
                : reverse.Names.Any(name => context.AreOfOneOrganization(name, helo)) ? ("same-organization", CheckStatus.Pass)
                // The rest of the names was not looked at.
                : reverse.Count > reverse.Names.Count ? ("unanswered", CheckStatus.NotKnown)
                : ("differs", CheckStatus.Warning);
            var name = await ReverseNames.ValueOfAsync(context, address, cancellationToken).ConfigureAwait(false);
            return AddressResults.Of(this, outcome, status, address, [.. reverse.Evidence, $"HELO {helo}"],
                [AddressResults.Names(reverse.Names), new ReplyValue(ReplyValueNames.Helo, helo.ToString()), .. name]);
        }
    }
}
