using Todoku.Mail;
using Todoku.Mail.Messages;
using Todoku.Relay.Intake;
using Todoku.Relay.Policy.Headers;
using Todoku.Relay.Policy.ReturnPaths;
using Todoku.Relay.Policy.Signing;

namespace Todoku.Relay.Policy;

/// <summary>What is decided of a message once its header is there.</summary>
internal sealed record PreparationStart
{
    /// <summary>Who handed in what.</summary>
    public required Submission Submission { get; init; }

    /// <summary>The Received field.</summary>
    public required string Received { get; init; }

    /// <summary>The header as it came.</summary>
    public required HeaderSurvey Survey { get; init; }

    /// <summary>The signatures that it came with.</summary>
    public required ForeignSignatures Foreign { get; init; }

    /// <summary>The header that is kept.</summary>
    public required HeaderRevision Revision { get; init; }

    /// <summary>The fields that are added.</summary>
    public required string Added { get; init; }

    /// <summary>The header that is signed: what is added, and what is kept.</summary>
    public required MessageHeaders Signed { get; init; }

    /// <summary>The domain of the From field; null when there is no one domain.</summary>
    public required DomainName? Author { get; init; }

    /// <summary>What becomes of the envelope sender; null: it stays, and no rule was asked.</summary>
    public required ReturnPathResult? ReturnPath { get; init; }

    /// <summary>The keys that sign.</summary>
    public required IReadOnlyList<SigningKey> Keys { get; init; }

    /// <summary>What was done, or was not and why.</summary>
    public required List<PolicyNote> Notes { get; init; }
}
