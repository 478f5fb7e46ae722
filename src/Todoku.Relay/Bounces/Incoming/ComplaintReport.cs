using Todoku.Relay.Bounces.ReturnPaths;
using Todoku.Relay.Queue;

namespace Todoku.Relay.Bounces.Incoming;

/// <summary>A recipient called a message spam, and their provider says so (RFC 5965).</summary>
public sealed record ComplaintReport
{
    /// <summary>Message and recipient, by a return path of ours within the report; null when it holds none.</summary>
    public required EntryId? Entry { get; init; }

    /// <summary>What is remembered of it; null when nothing is.</summary>
    public required SentRecord? Sent { get; init; }

    /// <summary>When it came.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What kind: <c>abuse</c>, <c>fraud</c>, <c>virus</c>, <c>not-spam</c>, <c>opt-out</c>, <c>other</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The service that says it; empty when it does not name itself.</summary>
    public required string Reporter { get; init; }

    /// <summary>The recipient as the report names it; empty where it is hidden.</summary>
    public required string Recipient { get; init; }

    /// <summary>The address that the message came from, as the report has it; empty when it does not say.</summary>
    public required string SourceIp { get; init; }

    /// <summary>Whether the recipient does not want such mail; a report that something is no spam is none.</summary>
    public bool IsAgainstUs => Kind != "not-spam";
}
