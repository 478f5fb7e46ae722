using Todoku.Knowledge;
using Todoku.Mail;
using Todoku.Relay.Queue;

namespace Todoku.Relay.Routing.Paths;

/// <summary>That a provider refuses what comes by a path, with the evidence.</summary>
public sealed record PathBlock
{
    /// <summary>In place of a provider: all of them.</summary>
    public const string Everybody = "*";

    /// <summary>The most characters of a reply that are kept.</summary>
    public const int MaxReplyLength = 1000;

    /// <summary>The provider's id, or the domain where the provider is not known; <see cref="Everybody"/> for all.</summary>
    public required string Provider { get; init; }

    /// <summary>The name of the path.</summary>
    public required string Path { get; init; }

    /// <summary>How it stands.</summary>
    public required BlockState State { get; init; }

    /// <summary>What the last refusal means.</summary>
    public required Cause Cause { get; init; }

    /// <summary>The rule of the knowledge that said so.</summary>
    public required string RuleId { get; init; }

    /// <summary>Where in the dialogue.</summary>
    public required SmtpStage Stage { get; init; }

    /// <summary>The words of the last refusal.</summary>
    public required string Reply { get; init; }

    /// <summary>The message and recipient that met with it.</summary>
    public required EntryId Entry { get; init; }

    /// <summary>When it was first refused.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When the next message tests it; while it opens, when it began to.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>How often it was refused: the first time and at each probe.</summary>
    public required int Failures { get; init; }

    /// <summary>Which of <see cref="ReroutePolicy.Steps"/> it is at while it opens, from 0.</summary>
    public int Step { get; init; }

    /// <summary>How many messages were taken within the step.</summary>
    public int Successes { get; init; }
}
