namespace Todoku.Mail.Messages.Notices;

/// <summary>A message that says something about another one.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Reporter">The server or service that says it; empty when it is not told.</param>
/// <param name="Recipients">Of a bounce: the recipients it speaks of.</param>
/// <param name="Facts">Of a complaint: its fields, name and value, in their order.</param>
/// <param name="Returned">The message it speaks of, or its header, as far as it was sent back.</param>
/// <param name="IsReturnedWhole">Whether that is the whole message and not its header only.</param>
public sealed record MessageNotice(
    MessageKind Kind,
    string Reporter,
    IReadOnlyList<FailedRecipient> Recipients,
    IReadOnlyList<(string Name, string Value)> Facts,
    ReadOnlyMemory<byte> Returned,
    bool IsReturnedWhole)
{
    /// <summary>The most recipients of a bounce that are read.</summary>
    public const int MaxRecipients = 100;

    /// <summary>No notice.</summary>
    public static MessageNotice None { get; } = new(MessageKind.None, "", [], [], default, false);
}
