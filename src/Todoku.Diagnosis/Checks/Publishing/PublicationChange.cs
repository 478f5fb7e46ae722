using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Publishing;

/// <summary>A record to publish, and what goes with it.</summary>
/// <param name="Record">The record.</param>
/// <param name="Zone">The zone that it belongs into.</param>
/// <param name="Replaced">The records that it takes the place of, as contents of a master file; empty when it is new.</param>
public sealed record PublicationChange(PublishedRecord Record, DomainName Zone, IReadOnlyList<string> Replaced)
{
    /// <summary>The look-ups that an SPF record costs; 0 for other records.</summary>
    public int Lookups { get; init; }

    /// <summary>Terms of an SPF record that receivers ignore, and that were kept since only its owner knows what they are for.</summary>
    public IReadOnlyList<string> IgnoredTerms { get; init; } = [];
}
