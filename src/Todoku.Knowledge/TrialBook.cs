using Todoku.Knowledge.Images;
using Todoku.Mail;

namespace Todoku.Knowledge;

/// <summary>
/// Words without any code are taken as temporary or permanent by their cause. Where a cause has both (Postfix bounces a mail loop
/// and defers an unknown transport, both are <see cref="Cause.LocalConfig"/>) the rule says it: <c>temporary</c> in its file.
/// </summary>
internal sealed class TrialBook
{
    private readonly Dictionary<string, bool> _temporary = new(StringComparer.Ordinal);

    // A bit for each cause that such a rule has: nearly all replies need no look-up by name.
    private readonly ulong _causes;

    public TrialBook(KnowledgeImage image)
    {
        foreach (var trial in image.Trials.Span)
        {
            _temporary[image.Text(trial.Rule)] = trial.IsTemporary;
            _causes |= 1UL << (int)trial.Cause;
        }
    }

    /// <summary>The reading with the rule's own word, when it has one and the reply has no code.</summary>
    public Reading Settle(in Reading reading, ReadOnlySpan<byte> reply, in ReadingContext context)
    {
        if ((_causes & (1UL << (int)reading.Cause)) == 0) return reading;
        if (!_temporary.TryGetValue(reading.RuleId, out var temporary) || temporary == reading.IsTemporary || HasCode(reply, context)) return reading;
        return reading with { IsTemporary = temporary };
    }

    // The same order as elsewhere: a filler status (5.0.0) in the log says nothing.
    private static bool HasCode(ReadOnlySpan<byte> raw, in ReadingContext context)
    {
        if (!context.LoggedStatus.IsNone && !context.LoggedStatus.IsFiller) return true;
        var reply = SmtpReply.Parse(raw, stackalloc byte[SmtpReply.MaxLength]);
        return reply.Code != 0 || !reply.EnhancedStatus.IsNone;
    }
}
