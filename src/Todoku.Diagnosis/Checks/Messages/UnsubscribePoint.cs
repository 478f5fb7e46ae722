using System.Text;
using Todoku.Authentication.Messages;

namespace Todoku.Diagnosis.Checks.Messages;

/// <summary>
/// Whether mass mail can be left with one click (RFC 8058): an https link in List-Unsubscribe, List-Unsubscribe-Post beside it, and a valid DKIM signature
/// over both. Mail without any mark of mass mail needs none.
/// </summary>
public sealed class UnsubscribePoint : IMessageCheck
{
    private static readonly string[] Marks = ["List-Id", "List-Unsubscribe", "List-Unsubscribe-Post", "Feedback-ID", "X-Campaign-ID", "X-CampaignID", "X-Mailgun-Sending-Ip", "X-SG-EID"];

    /// <inheritdoc/>
    public string Id => "message-unsubscribe";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["one-click", "not-bulk", "missing", "no-https", "no-post", "not-signed"];

    /// <inheritdoc/>
    public bool NeedsWhole => false;

    /// <inheritdoc/>
    public Task<IReadOnlyList<CheckResult>> RunAsync(MessageContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var message = context.Message;
        var precedence = message.First("Precedence");
        var isBulk = precedence.Equals("bulk", StringComparison.OrdinalIgnoreCase) || precedence.Equals("list", StringComparison.OrdinalIgnoreCase)
            || Marks.Any(mark => message.Headers.All(Encoding.ASCII.GetBytes(mark)).Count > 0);
        if (!isBulk) return PointResult.Task(PointResult.Of(this, "not-bulk", CheckStatus.NotApplicable, "message", []));
        var (link, post) = (message.First("List-Unsubscribe"), message.First("List-Unsubscribe-Post"));
        var outcome = link.Length == 0 ? "missing"
            : !link.Contains("<https://", StringComparison.OrdinalIgnoreCase) ? "no-https"
            : !post.Trim().Equals("List-Unsubscribe=One-Click", StringComparison.OrdinalIgnoreCase) ? "no-post"
            : context.Authentication is { } authentication && !IsSigned(authentication) ? "not-signed"
            : "one-click";
        string[] evidence = [.. link.Length > 0 ? [$"List-Unsubscribe: {link}"] : Array.Empty<string>(), .. post.Length > 0 ? [$"List-Unsubscribe-Post: {post}"] : Array.Empty<string>()];
        return PointResult.Task(PointResult.Of(this, outcome, outcome == "one-click" ? CheckStatus.Pass : CheckStatus.Warning, "List-Unsubscribe", evidence));
    }

    private static bool IsSigned(MessageAuthentication authentication) =>
        authentication.Dkim.Signatures.Any(check => check.IsVerified && Covers(check.Signature.SignedHeaders, "List-Unsubscribe") && Covers(check.Signature.SignedHeaders, "List-Unsubscribe-Post"));

    private static bool Covers(IReadOnlyList<ReadOnlyMemory<byte>> names, string name) =>
        names.Any(signed => Encoding.ASCII.GetString(signed.Span).Trim().Equals(name, StringComparison.OrdinalIgnoreCase));
}
