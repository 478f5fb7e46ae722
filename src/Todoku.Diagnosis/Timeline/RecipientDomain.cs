using Todoku.Knowledge;

namespace Todoku.Diagnosis.Timeline;

/// <summary>What is remembered of a recipient domain.</summary>
internal sealed class RecipientDomain(Provider byName)
{
    /// <summary>The provider that the domain alone tells.</summary>
    public Provider ByName { get; } = byName;

    /// <summary>Where mail for it was seen to go.</summary>
    public ProviderTimeline? SeenAt { get; set; }
}
