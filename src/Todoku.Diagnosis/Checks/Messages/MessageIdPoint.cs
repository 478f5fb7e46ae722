using Todoku.Diagnosis.Messages.Routes;
using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Messages;

/// <summary>
/// Whether Message-ID has its form, <c>&lt;left@right&gt;</c> (RFC 5322, section 3.6.4), and a right side that can be a name on the internet. One that a
/// receiving server added says that the sender gave none.
/// </summary>
public sealed class MessageIdPoint : IMessageCheck
{
    private static readonly string[] LocalNames = ["localhost", "localdomain", "local", "lan", "internal", "home", "invalid", "test"];

    /// <inheritdoc/>
    public string Id => "message-id";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["right", "malformed", "local-name", "added-by-receiver"];

    /// <inheritdoc/>
    public bool NeedsWhole => false;

    /// <inheritdoc/>
    public Task<IReadOnlyList<CheckResult>> RunAsync(MessageContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Message.Headers.All("Message-ID"u8).Count == 0) return Task.FromResult<IReadOnlyList<CheckResult>>([]);
        var text = context.Message.First("Message-ID").Trim();
        var right = text.EndsWith('>') ? text[(text.LastIndexOf('@') + 1)..^1] : "";
        var (outcome, status) = Judge(text, right, context);
        return PointResult.Task(PointResult.Of(this, outcome, status, "Message-ID", [$"Message-ID: {text}"], new ReplyValue(CheckValueNames.Name, right)));
    }

    private static (string Outcome, CheckStatus Status) Judge(string text, string right, MessageContext context)
    {
        if (!IsForm(text)) return ("malformed", CheckStatus.Problem);
        if (WasAdded(text, right, context)) return ("added-by-receiver", CheckStatus.Warning);
        // Any text may stand right of the @; what filters count are names of a home network.
        return !right.StartsWith('[') && (!right.Contains('.', StringComparison.Ordinal) || LocalNames.Contains(right[(right.LastIndexOf('.') + 1)..].ToLowerInvariant()))
            ? ("local-name", CheckStatus.Warning)
            : ("right", CheckStatus.Pass);
    }

    private static bool IsForm(string text)
    {
        if (text is not ['<', .., '>'] || text.Length > 998) return false;
        var inner = text[1..^1];
        return inner.Count(c => c == '@') == 1 && !inner.StartsWith('@') && !inner.EndsWith('@') && !inner.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>');
    }

    // Google: SMTPIN_ADDED_MISSING; Microsoft and others put a name of their own network there, though the sender's network is another one.
    private static bool WasAdded(string text, string right, MessageContext context) =>
        text.Contains("SMTPIN_ADDED", StringComparison.Ordinal)
        || (context.Envelope.IpSource == EnvelopeSource.Received && DomainName.TryParse(right, out _)
            && context.Message.Hops.FirstOrDefault(hop => hop.Text == context.Envelope.IpField) is { } hop && hop.By.Equals(right, StringComparison.OrdinalIgnoreCase));
}
