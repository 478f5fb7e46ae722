namespace Todoku.Diagnosis.Checks.Messages;

/// <summary>
/// One point of what is looked at in a message. To add one: a class here, its line in <see cref="MessageCatalogue"/>, its texts in
/// <c>knowledge/checks</c>.
/// </summary>
public interface IMessageCheck : IPoint
{
    /// <summary>Whether it needs the message whole; else a header is enough, such as a bounce returns.</summary>
    bool NeedsWhole { get; }

    /// <summary>Looks at the point. Whatever the message holds and DNS answers, there is a result.</summary>
    Task<IReadOnlyList<CheckResult>> RunAsync(MessageContext context, CancellationToken cancellationToken);
}
