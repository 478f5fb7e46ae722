namespace Todoku.Relay.Policy.Signing;

/// <summary>How mail is signed.</summary>
public sealed record SigningOptions
{
    /// <summary>The keys.</summary>
    public IReadOnlyList<SigningRule> Rules { get; init; } = [];

    /// <summary>
    /// The fields that nobody may add to a message unnoticed: what a reader sees and what says how the body is read (RFC 6376, section 8.15). Fields that
    /// forwarders and lists add of right (Resent-*, List-*) are not among them; they are signed where the message has them.
    /// </summary>
    public IReadOnlyList<string> OversignedHeaders { get; init; } =
    [
        "From", "Reply-To", "Subject", "Date", "Message-ID", "To", "Cc", "In-Reply-To", "References", "MIME-Version", "Content-Type", "Content-Transfer-Encoding",
    ];

    /// <summary>How long a signature is good (x=); null for ever.</summary>
    public TimeSpan? Lifetime { get; init; }

    /// <summary>How often a key file is looked at, at most, for whether it changed. <value>5 s.</value></summary>
    public TimeSpan LookInterval { get; init; } = TimeSpan.FromSeconds(5);
}
