using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Publishing;

/// <summary>All records that the checklist wants published, each name and purpose once.</summary>
/// <param name="Zone">The zone of the From domain.</param>
/// <param name="Changes">The records.</param>
/// <param name="MissingKeys">Selectors that sign and have no key that could be published: one has to be made.</param>
public sealed record PublicationPlan(DomainName Zone, IReadOnlyList<PublicationChange> Changes, IReadOnlyList<SelectorHint> MissingKeys)
{
    /// <summary>Selectors whose key is published and can't stay: DNS holds half of it, it is revoked, too short or too long.</summary>
    public IReadOnlyList<SelectorHint> KeysToRenew { get; init; } = [];

    /// <summary>Whether there is nothing to do.</summary>
    public bool IsEmpty => Changes.Count == 0 && MissingKeys.Count == 0 && KeysToRenew.Count == 0;
}
