namespace Todoku.Relay.Intake.Api;

/// <summary>A message as a program describes it; the relay writes it. Nothing in it is trusted.</summary>
public sealed record ApiMail
{
    /// <summary>The author: <c>info@example.com</c> or <c>Name &lt;info@example.com&gt;</c>.</summary>
    public string? From { get; init; }

    /// <summary>The envelope sender, which bounces go to; null: the address of <see cref="From"/>. Empty: the null sender.</summary>
    public string? Sender { get; init; }

    /// <summary>Recipients that all see.</summary>
    public IReadOnlyList<string?>? To { get; init; }

    /// <summary>Further recipients that all see.</summary>
    public IReadOnlyList<string?>? Cc { get; init; }

    /// <summary>Recipients that nobody sees.</summary>
    public IReadOnlyList<string?>? Bcc { get; init; }

    /// <summary>Where answers go; null: to <see cref="From"/>.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>The subject.</summary>
    public string? Subject { get; init; }

    /// <summary>The text.</summary>
    public string? Text { get; init; }

    /// <summary>The same as HTML.</summary>
    public string? Html { get; init; }

    /// <summary>Further header fields.</summary>
    public IReadOnlyDictionary<string, string?>? Headers { get; init; }

    /// <summary>Attached files.</summary>
    public IReadOnlyList<ApiAttachment?>? Attachments { get; init; }
}
