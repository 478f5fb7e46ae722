using Todoku.Authentication.Arc;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Checks.Messages;

/// <summary>Whether the ARC chain of a forwarded message holds (RFC 8617). A broken one only loses what it could have told.</summary>
public sealed class ArcPoint : IMessageCheck
{
    /// <inheritdoc/>
    public string Id => "message-arc";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["pass", "none", "fail", "cut"];

    /// <inheritdoc/>
    public bool NeedsWhole => true;

    /// <inheritdoc/>
    public Task<IReadOnlyList<CheckResult>> RunAsync(MessageContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Authentication?.Arc is not { } arc) return Task.FromResult<IReadOnlyList<CheckResult>>([]);
        var (outcome, status) = arc.Result switch
        {
            ArcResult.Pass => ("pass", CheckStatus.Pass),
            ArcResult.None => ("none", CheckStatus.NotApplicable),
            _ when context.Message.IsReadInPart => ("cut", CheckStatus.NotKnown),
            _ => ("fail", CheckStatus.Warning),
        };
        string[] evidence = arc.Result == ArcResult.None ? [] : [$"{ArcWords.Of(arc.Result)}, i={arc.Instance}"];
        return PointResult.Task(PointResult.Of(this, outcome, status, "message", evidence, new ReplyValue(CheckValueNames.Count, Figure.Of(arc.Sets.Count))));
    }
}
