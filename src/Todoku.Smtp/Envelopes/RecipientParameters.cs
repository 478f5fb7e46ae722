namespace Todoku.Smtp.Envelopes;

/// <summary>The parameters of RCPT (RFC 3461, section 4).</summary>
public sealed record RecipientParameters
{
    /// <summary>None at all.</summary>
    public static RecipientParameters None { get; } = new();

    /// <summary>NOTIFY.</summary>
    public DsnNotify Notify { get; init; }

    /// <summary>ORCPT, decoded: <c>rfc822;user@example.com</c>, or null.</summary>
    public string? OriginalRecipient { get; init; }
}
