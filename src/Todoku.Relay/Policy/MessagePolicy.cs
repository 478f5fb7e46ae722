using Todoku.Mail.Authors;
using Todoku.Mail.Messages;
using Todoku.Relay.Intake;
using Todoku.Relay.Policy.Headers;
using Todoku.Relay.Policy.ReturnPaths;
using Todoku.Relay.Policy.Signing;

namespace Todoku.Relay.Policy;

/// <summary>The policy of the relay: fields, envelope sender, signatures.</summary>
/// <param name="options">What it does.</param>
/// <param name="time">The clock.</param>
public sealed class MessagePolicy(MessagePolicyOptions options, TimeProvider time) : IMessagePolicy
{
    private readonly ReturnPathPolicy _returnPaths = new(options.ReturnPaths, options.HostName);
    private readonly MessageSigning _signing = new(options.Signing, new SigningKeys(time), time);

    /// <inheritdoc/>
    public IMessagePreparation Begin(Submission submission, ReadOnlyMemory<byte> header, string received)
    {
        ArgumentNullException.ThrowIfNull(submission);
        ArgumentNullException.ThrowIfNull(received);
        var kept = HeaderRepair.WithoutBlindCopies(header);
        var fields = MessageHeaders.Parse(kept);
        var author = AuthorDomain.OfMessage(fields) is AuthorDomain.One one ? one.Domain : null;
        var missing = HeaderRepair.Missing(fields, submission.ReceivedAt, options.HostName);
        var verdict = _returnPaths.Decide(submission, author);
        return new MessagePreparation(submission, fields, received, missing, author, verdict, _signing.For(author), time.GetUtcNow());
    }
}
