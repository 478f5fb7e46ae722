using Todoku.Diagnosis.Messages.Charsets;
using Todoku.Mail.Messages.Parts;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Checks.Messages;

/// <summary>Whether each text is in the charset that it declares. Scripts of web forms often declare one and send another.</summary>
public sealed class CharsetPoint : IMessageCheck
{
    private const int MaxResults = 10;

    /// <inheritdoc/>
    public string Id => "message-charset";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["true", "mislabelled", "not-as-declared", "undeclared", "no-text"];

    /// <inheritdoc/>
    public bool NeedsWhole => true;

    /// <inheritdoc/>
    public Task<IReadOnlyList<CheckResult>> RunAsync(MessageContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        CheckResult[] results = [.. context.Message.Parts.Bodies.Select(Judge)];
        if (results.Length == 0) return PointResult.Task(PointResult.Of(this, "no-text", CheckStatus.NotApplicable, "message", []));
        // What is right is said once for each charset.
        return Task.FromResult<IReadOnlyList<CheckResult>>([.. results.DistinctBy(result => (result.Outcome, result.Subject, result.Values[1].Value)).Take(MaxResults)]);
    }

    private CheckResult Judge(MessagePart part)
    {
        var charset = CharsetGuess.Of(part.Text.Span, part.IsTextCut);
        var (outcome, status) = part.Charset.Length == 0
            ? charset == TrueCharset.Ascii ? ("true", CheckStatus.Pass) : ("undeclared", CheckStatus.Problem)
            : DeclaredCharset.Fits(part.Charset, charset) ? ("true", CheckStatus.Pass)
            : charset == TrueCharset.Other ? ("not-as-declared", CheckStatus.Problem)
            : ("mislabelled", CheckStatus.Problem);
        var declared = part.Charset.Length > 0 ? part.Charset : "US-ASCII";
        var name = DeclaredCharset.NameOf(charset);
        return PointResult.Of(this, outcome, status, part.Type, [$"{part.Type}: charset={(part.Charset.Length > 0 ? part.Charset : "-")}, {(name.Length > 0 ? name : "?")}"],
            new ReplyValue(CheckValueNames.Name, name), new ReplyValue(CheckValueNames.Term, declared), new ReplyValue(CheckValueNames.Reason, part.Type));
    }
}
