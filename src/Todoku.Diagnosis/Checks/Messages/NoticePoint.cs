using Todoku.Mail.Messages.Notices;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Checks.Messages;

/// <summary>What a message says of another one: a bounce, a complaint, an automatic answer. A mail like others has no result here.</summary>
public sealed class NoticePoint : IMessageCheck
{
    private const int MaxRecipients = 10;

    /// <inheritdoc/>
    public string Id => "message-notice";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["bounce", "delay", "delivered", "complaint", "auto-reply"];

    /// <inheritdoc/>
    public bool NeedsWhole => true;

    /// <inheritdoc/>
    public Task<IReadOnlyList<CheckResult>> RunAsync(MessageContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var notice = context.Message.Notice;
        if (notice.Kind == MessageKind.None) return Task.FromResult<IReadOnlyList<CheckResult>>([]);
        var (outcome, status) = notice.Kind switch
        {
            MessageKind.Bounce => ("bounce", CheckStatus.Problem),
            MessageKind.Delay => ("delay", CheckStatus.Warning),
            MessageKind.Delivered => ("delivered", CheckStatus.Pass),
            MessageKind.Complaint => ("complaint", CheckStatus.Problem),
            _ => ("auto-reply", CheckStatus.NotApplicable),
        };
        var evidence = notice.Recipients.Take(MaxRecipients).Select(Line).Concat(notice.Facts.Select(fact => $"{fact.Name}: {fact.Value}"));
        return PointResult.Task(PointResult.Of(this, outcome, status, "message", evidence,
            new ReplyValue(ReplyValueNames.Recipient, notice.Recipients.Count > 0 ? PointResult.Cut(notice.Recipients[0].Address) : ""),
            new ReplyValue(CheckValueNames.Count, Figure.Of(notice.Recipients.Count)),
            new ReplyValue(CheckValueNames.Name, notice.Reporter.Length > 0 ? PointResult.Cut(notice.Reporter) : context.Message.AuthorDomainName?.ToString() ?? "")));
    }

    private static string Line(FailedRecipient recipient) =>
        string.Join(' ', ((ReadOnlySpan<string>)[recipient.Address, recipient.Action, recipient.Status, recipient.Diagnostic]).ToArray().Where(text => text.Length > 0));
}
