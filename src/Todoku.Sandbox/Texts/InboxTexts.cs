using Todoku.Knowledge;

namespace Todoku.Sandbox.Texts;

/// <summary>What the page of the mailbox says.</summary>
public abstract class InboxTexts
{
    /// <summary>The texts of a language.</summary>
    public static InboxTexts Of(Language language) => language == Language.Japanese ? new JapaneseInboxTexts() : new EnglishInboxTexts();

    /// <summary>The language, as HTML names it.</summary>
    public abstract string Code { get; }

    public abstract string Title { get; }

    public abstract string Notice { get; }

    public abstract string Empty { get; }

    public abstract string Time { get; }

    public abstract string Provider { get; }

    public abstract string From { get; }

    public abstract string Envelope { get; }

    public abstract string Subject { get; }

    public abstract string Outcome { get; }

    public abstract string Accepted { get; }

    public abstract string Refused { get; }

    public abstract string Because { get; }

    public abstract string Reputation { get; }

    public abstract string Message { get; }
}
