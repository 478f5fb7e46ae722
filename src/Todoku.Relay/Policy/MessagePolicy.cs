using System.Text;
using Todoku.Mail;
using Todoku.Mail.Authors;
using Todoku.Mail.Messages;
using Todoku.Relay.Intake;
using Todoku.Relay.Policy.Headers;
using Todoku.Relay.Policy.ReturnPaths;
using Todoku.Relay.Policy.Signing;
using Todoku.Smtp.Replies;

namespace Todoku.Relay.Policy;

/// <summary>
/// The relay's policy: what is refused (<see cref="MessagePolicyOptions"/> has the limits), what changes in the header (<see cref="HeaderRevision"/>), which
/// envelope sender it goes out with (<see cref="ReturnPathPolicy"/>), and who signs it (<see cref="SigningKeys"/>).
/// </summary>
/// <remarks>
/// Mail that only has recipients on this machine may come from anybody, and say in its From field whatever it likes: it is neither signed nor given another
/// sender.
/// </remarks>
/// <param name="options">What is done.</param>
/// <param name="keys">The keys that sign.</param>
/// <param name="time">The clock that signatures say.</param>
public sealed class MessagePolicy(MessagePolicyOptions options, SigningKeys keys, TimeProvider time) : IMessagePolicy, IMessageSigner
{
    private static readonly MessageRefusal Loop = new(RefusalReason.Loop, Reply.Of(554, 4, 6, "The message passed through too many servers; it goes round in a circle"));
    private static readonly MessageRefusal HeaderTooLarge = new(RefusalReason.HeaderTooLarge, Reply.Of(552, 3, 4, "The header of the message is too large"));
    private static readonly MessageRefusal TooManyFields = new(RefusalReason.TooManyFields, Reply.Of(554, 6, 0, "The header of the message has too many fields"));

    private readonly AlignmentRule _alignment = new(options.Suffixes);

    /// <summary>Decides envelope senders; also says why.</summary>
    public ReturnPathPolicy ReturnPaths { get; } = new(options);

    /// <inheritdoc/>
    public IMessagePreparation Begin(Submission submission, ReadOnlyMemory<byte> header, string received)
    {
        ArgumentNullException.ThrowIfNull(submission);
        ArgumentNullException.ThrowIfNull(received);
        if (header.Length > options.MaxHeaderLength) return new RefusedPreparation(HeaderTooLarge);
        var headers = MessageHeaders.Parse(header);
        if (headers.Fields.Count > options.MaxFields) return new RefusedPreparation(TooManyFields);
        var survey = new HeaderSurvey(headers);
        if (survey.Received >= options.MaxReceived) return new RefusedPreparation(Loop);

        var notes = new List<PolicyNote>();
        var foreign = new ForeignSignatures(survey);
        var revision = new HeaderRevision(survey, foreign, notes);
        var added = HeaderRevision.Added(survey, foreign, options.HostName, submission.ReceivedAt, notes);
        var signed = added.Length == 0 && revision.IsUnchanged ? headers : MessageHeaders.Parse(Join(added, revision.Kept[..revision.HeaderLength]));
        var author = AuthorDomain.OfMessage(signed) is AuthorDomain.One one ? one.Domain : null;
        var leaves = submission.Recipients.Any(recipient => !recipient.IsLocal);
        return new MessagePreparation(new PreparationStart
        {
            Submission = submission,
            Received = received,
            Survey = survey,
            Foreign = foreign,
            Revision = revision,
            Added = added,
            Signed = signed,
            Author = author,
            ReturnPath = leaves ? ReturnPaths.Decide(submission, author) : null,
            Keys = KeysFor(author, survey.HasFrom, leaves, notes),
            Notes = notes,
        }, _alignment, time);
    }

    /// <inheritdoc/>
    public string Sign(ReadOnlyMemory<byte> message)
    {
        var headers = MessageHeaders.Parse(message);
        if (headers.All("From"u8).Count == 0) return "";
        var now = time.GetUtcNow();
        var fields = new StringBuilder();
        foreach (var key in keys.For(AuthorDomain.OfMessage(headers) is AuthorDomain.One one ? one.Domain : null, out _))
        {
            if (key.Signer(out _) is { } signer) fields.Append(signer.Sign(headers, now));
        }
        return fields.ToString();
    }

    private IReadOnlyList<SigningKey> KeysFor(DomainName? author, bool hasFrom, bool leaves, List<PolicyNote> notes)
    {
        var signing = keys.For(author, out var isFallback);
        NotSignedReason? reason = !leaves ? NotSignedReason.Local : signing.Count == 0 ? NotSignedReason.NoKey : !hasFrom ? NotSignedReason.NoFrom : null;
        if (reason is { } why)
        {
            notes.Add(new PolicyNote.NotSigned(why));
            return [];
        }
        if (isFallback) notes.Add(new PolicyNote.SignedByRelay(signing[0].DomainText, author?.ToString()));
        return signing;
    }

    private static byte[] Join(string added, ReadOnlyMemory<byte> kept)
    {
        var octets = new byte[added.Length + kept.Length];
        Encoding.ASCII.GetBytes(added, octets);
        kept.CopyTo(octets.AsMemory(added.Length));
        return octets;
    }
}
