using Todoku.Smtp.Envelopes;

namespace Todoku.Cli.Sendmail;

/// <summary>What a command line asks for.</summary>
internal abstract record SendmailWish
{
    private SendmailWish()
    {
    }

    /// <summary>To send a message.</summary>
    public sealed record Send : SendmailWish
    {
        /// <summary>The recipients of the command line, as they stand there.</summary>
        public IReadOnlyList<string> Recipients { get; init; } = [];

        /// <summary>The envelope sender; null when none is named, empty for the null sender.</summary>
        public string? Sender { get; init; }

        /// <summary>The author's name for a message without a From field; null when none is named.</summary>
        public string? AuthorName { get; init; }

        /// <summary>Whether the recipients stand in the header too.</summary>
        public bool ReadsRecipients { get; init; }

        /// <summary>Whether a line with a dot alone is a line like any other.</summary>
        public bool IgnoresDots { get; init; }

        /// <summary>Whether what was done is said.</summary>
        public bool IsVerbose { get; init; }

        /// <summary>Of what the sender wants to be told.</summary>
        public DsnNotify Notify { get; init; }

        /// <summary>How much he wants back.</summary>
        public DsnReturn Return { get; init; }

        /// <summary>What he calls the message.</summary>
        public string? EnvelopeId { get; init; }

        /// <summary>The configuration; null when none is named.</summary>
        public string? Configuration { get; init; }
    }

    /// <summary>What the relay does without being told: to rebuild aliases, to run the queue.</summary>
    public sealed record Nothing : SendmailWish;

    /// <summary>To list the queue, which another verb does.</summary>
    public sealed record ListQueue : SendmailWish;

    /// <summary>A mode that there is not.</summary>
    /// <param name="Mode">The option: <c>-bs</c>.</param>
    public sealed record NotOffered(string Mode) : SendmailWish;

    /// <summary>An option that there is not.</summary>
    /// <param name="Option">The option.</param>
    public sealed record UnknownOption(string Option) : SendmailWish;

    /// <summary>An option without the value that it needs.</summary>
    /// <param name="Option">The option.</param>
    public sealed record NoValue(string Option) : SendmailWish;

    /// <summary>A value that the option can't have.</summary>
    /// <param name="Option">The option.</param>
    /// <param name="Value">The value.</param>
    public sealed record WrongValue(string Option, string Value) : SendmailWish;
}
