namespace Todoku.Apply.Plans;

/// <summary>What a plan can't know and the administrator says.</summary>
public sealed record PlanValues
{
    /// <summary>The relay; null: not said.</summary>
    public Changes.ChangeRequest.RelayHost? Relay { get; init; }

    /// <summary>Whether only mail to the domains that refuse goes through the relay.</summary>
    public bool IsRelayOnlyForRefusing { get; init; }

    /// <summary>Domains whose mail goes through the relay, beside those that the report names; then only theirs does.</summary>
    public IReadOnlyList<string> RelayOnlyFor { get; init; } = [];

    /// <summary>The address that bounces go to.</summary>
    public string? Sender { get; init; }

    /// <summary>Senders to replace, over those that the report names.</summary>
    public IReadOnlyList<string> From { get; init; } = [];

    /// <summary>The name for HELO.</summary>
    public string? HeloName { get; init; }

    /// <summary>The socket of the signer.</summary>
    public string? Milter { get; init; }

    /// <summary>Zones that may be changed; null: none.</summary>
    public ZoneAccess? Dns { get; init; }

    /// <summary>What SPF records name the relay by.</summary>
    public string? RelaySpf { get; init; }

    /// <summary>The record of a public key, as the program that made the key wrote it.</summary>
    public string? DkimRecord { get; init; }
}
