using Todoku.Relay.Policy.ReturnPaths;
using Todoku.Relay.Policy.Signing;

namespace Todoku.Relay.Policy;

/// <summary>What the relay changes in messages.</summary>
public sealed record MessagePolicyOptions
{
    /// <summary>The relay's name, for the Message-IDs that it makes.</summary>
    public required string HostName { get; init; }

    /// <summary>The rules for the envelope sender; the first that matches counts, without one it is kept.</summary>
    public IReadOnlyList<ReturnPathRule> ReturnPaths { get; init; } = [];

    /// <summary>The keys to sign with.</summary>
    public IReadOnlyList<SigningRule> Signing { get; init; } = [];
}
