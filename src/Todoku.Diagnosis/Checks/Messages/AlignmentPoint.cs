using Todoku.Authentication.Dmarc;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Checks.Messages;

/// <summary>
/// Whether From, Return-Path and d= of the signatures belong together (RFC 9989, section 4.4). Only what also passes counts. SPF alone is lost
/// when the mail is forwarded; a signature alone is not.
/// </summary>
public sealed class AlignmentPoint : IMessageCheck
{
    /// <inheritdoc/>
    public string Id => "message-alignment";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["both", "dkim-only", "spf-only", "none", "unanswered", "unknown", "cut"];

    /// <inheritdoc/>
    public bool NeedsWhole => true;

    /// <inheritdoc/>
    public Task<IReadOnlyList<CheckResult>> RunAsync(MessageContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Authentication is not { } authentication || context.Message.AuthorDomainName is not { } author) return Task.FromResult<IReadOnlyList<CheckResult>>([]);
        var dmarc = authentication.Dmarc;
        var (bySpf, byDkim) = (dmarc.IsSpfAligned, dmarc.IsDkimAligned);
        var (outcome, status) = (bySpf, byDkim) switch
        {
            (true, true) => ("both", CheckStatus.Pass),
            (false, true) => ("dkim-only", CheckStatus.Pass),
            (true, false) => ("spf-only", CheckStatus.Warning),
            _ when dmarc.Alignments.Any(alignment => alignment.Outcome == AlignmentOutcome.LookupFailed) => ("unanswered", CheckStatus.NotKnown),
            _ when !context.IsSpfKnown => ("unknown", CheckStatus.NotKnown),
            _ when dmarc.Verdict == DmarcVerdict.TempError => ("unanswered", CheckStatus.NotKnown),
            _ when context.Message.IsReadInPart => ("cut", CheckStatus.NotKnown),
            _ => ("none", CheckStatus.Problem),
        };
        return PointResult.Task(PointResult.Of(this, outcome, status, author.ToString(), [$"From: {author}", .. dmarc.Alignments.Select(Line)],
            new ReplyValue(ReplyValueNames.Domain, author.ToString()),
            new ReplyValue(CheckValueNames.Names, string.Join(", ", dmarc.Alignments.Select(alignment => alignment.Identifier.Domain).Where(name => name.Length > 0).Distinct().Take(5)))));
    }

    private static string Line(IdentifierAlignment alignment)
    {
        var identity = alignment.Identifier.Mechanism == AuthenticationMechanism.Spf ? "Return-Path" : "d=";
        // Marks instead of words, so that evidence reads the same in every language.
        return $"{(alignment.IsAligned ? '=' : '≠')} {identity} {alignment.Identifier.Domain}: {alignment.Identifier.Result}";
    }
}
