using Todoku.Diagnosis.Reports.Content;
using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Cli.Explain;

/// <summary>A reply, read and explained in one language.</summary>
internal sealed record Explanation
{
    /// <summary>What it was found to mean.</summary>
    public required Reading Reading { get; init; }

    /// <summary>The reply, without any wrapping.</summary>
    public required string Reply { get; init; }

    /// <summary>Whether these are the sending server's own words.</summary>
    public required bool IsLocal { get; init; }

    /// <summary>How the delivery ended; null when the text is no log line.</summary>
    public required DeliveryStatus? Status { get; init; }

    /// <summary>What the reply prints.</summary>
    public required IReadOnlyList<ReplyValue> Values { get; init; }

    /// <summary>Whose doing it is, as a rule.</summary>
    public required Fault Fault { get; init; }

    /// <summary>Headline of the article.</summary>
    public required string Title { get; init; }

    /// <summary>What it means.</summary>
    public required string Means { get; init; }

    /// <summary>How it is seen that it is solved.</summary>
    public required string Verify { get; init; }

    /// <summary>What to do.</summary>
    public required IReadOnlyList<ReportStep> Steps { get; init; }
}
