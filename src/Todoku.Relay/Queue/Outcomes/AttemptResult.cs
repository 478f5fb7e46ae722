using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Relay.Queue.Outcomes;

/// <summary>How an attempt that did not deliver ended, for <c>queue show</c> and <c>queue why</c>.</summary>
/// <param name="EndedAt">When.</param>
/// <param name="Path">By which path.</param>
/// <param name="Cause">What the reply means.</param>
/// <param name="Stage">Where in the dialogue.</param>
/// <param name="Reply">The reply, cut at <see cref="MaxReplyLength"/>.</param>
public sealed record AttemptResult(DateTimeOffset EndedAt, string Path, Cause Cause, SmtpStage Stage, string Reply)
{
    /// <summary>Characters of a reply that are kept.</summary>
    public const int MaxReplyLength = 1024;
}
