using Todoku.Mail;

namespace Todoku.Logs.Pasted;

/// <summary>What a piece of text tells of one delivery. A view over the reader's buffer, valid until its next call.</summary>
public readonly ref struct PastedReply
{
    /// <summary>The reply, or the sending server's own words, without any wrapping.</summary>
    public required ReadOnlySpan<byte> Reply { get; init; }

    /// <summary>Whether the words are the sending server's own ("connect to ...: timed out").</summary>
    public bool IsLocal { get; init; }

    /// <summary>Where in the dialogue it was given, as far as the text tells.</summary>
    public SmtpStage Stage { get; init; }

    /// <summary>The host that said it or could not be reached; empty when the text does not tell.</summary>
    public ReadOnlySpan<byte> RelayHost { get; init; }

    /// <summary>The recipient; empty when the text does not tell.</summary>
    public ReadOnlySpan<byte> Recipient { get; init; }

    /// <summary>The status code that a log line shows beside the reply.</summary>
    public EnhancedStatusCode LoggedStatus { get; init; }

    /// <summary>How the delivery ended; null when the text is no log line.</summary>
    public DeliveryStatus? Status { get; init; }
}
