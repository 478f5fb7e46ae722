using Todoku.Mail;

namespace Todoku.Knowledge;

/// <summary>What is known around a reply when its cause is read.</summary>
public readonly ref struct ReadingContext
{
    /// <summary>Whose server said it; null: to be told from <see cref="RelayHost"/>, the reply and <see cref="RecipientDomain"/>.</summary>
    public Provider? Provider { get; init; }

    /// <summary>The host that said it; may be empty.</summary>
    public ReadOnlySpan<byte> RelayHost { get; init; }

    /// <summary>The recipient's domain; may be empty.</summary>
    public ReadOnlySpan<byte> RecipientDomain { get; init; }

    /// <summary>Where in the dialogue.</summary>
    public SmtpStage Stage { get; init; }

    /// <summary>The status code that the log shows beside the reply, for words that carry none of their own.</summary>
    public EnhancedStatusCode LoggedStatus { get; init; }

    /// <summary>Whether the words are this server's own ("connect to ...: timed out"), not a remote reply.</summary>
    public bool IsLocal { get; init; }
}
