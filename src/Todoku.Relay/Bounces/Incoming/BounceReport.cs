using Todoku.Knowledge;
using Todoku.Relay.Bounces.ReturnPaths;
using Todoku.Relay.Queue;

namespace Todoku.Relay.Bounces.Incoming;

/// <summary>A message that was taken and came back afterwards.</summary>
public sealed record BounceReport
{
    /// <summary>Message and recipient, by the return path that the bounce came to.</summary>
    public required EntryId Entry { get; init; }

    /// <summary>What is remembered of it; null when nothing is.</summary>
    public required SentRecord? Sent { get; init; }

    /// <summary>When the bounce came.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The recipient that failed, as the bounce names it: another one where the recipient's mail is forwarded.</summary>
    public required string Recipient { get; init; }

    /// <summary>Who wrote the bounce; empty when it does not say.</summary>
    public required string Reporter { get; init; }

    /// <summary>The host that refused; empty when it was the one that wrote the bounce.</summary>
    public required string RemoteHost { get; init; }

    /// <summary>The words of the refusal.</summary>
    public required string Reply { get; init; }

    /// <summary>The enhanced status code; empty when there is none.</summary>
    public required string Status { get; init; }

    /// <summary>What they mean.</summary>
    public required Cause Cause { get; init; }

    /// <summary>The rule that says so.</summary>
    public required string RuleId { get; init; }

    /// <summary>Whether the refusal is for good, by its codes; what was given up after days of trying is not.</summary>
    public required bool IsPermanent { get; init; }
}
