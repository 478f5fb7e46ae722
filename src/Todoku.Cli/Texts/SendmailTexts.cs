namespace Todoku.Cli.Texts;

/// <summary>What the verb <c>sendmail</c> says: always one line.</summary>
internal abstract class SendmailTexts
{
    /// <summary>The verb.</summary>
    public abstract string Command { get; }

    /// <summary>RECIPIENT.</summary>
    public abstract string Recipients { get; }

    /// <summary>-t.</summary>
    public abstract string ReadRecipients { get; }

    /// <summary>-i.</summary>
    public abstract string IgnoreDots { get; }

    /// <summary>-f.</summary>
    public abstract string Sender { get; }

    /// <summary>-F.</summary>
    public abstract string AuthorName { get; }

    /// <summary>-N.</summary>
    public abstract string Notify { get; }

    /// <summary>-R.</summary>
    public abstract string Return { get; }

    /// <summary>-V.</summary>
    public abstract string EnvelopeId { get; }

    /// <summary>-v.</summary>
    public abstract string Verbose { get; }

    /// <summary>-bp.</summary>
    public abstract string ListsNothing { get; }

    /// <summary>A mode that there is not.</summary>
    public abstract string NotOffered(string mode);

    /// <summary>An option that there is not.</summary>
    public abstract string UnknownOption(string option);

    /// <summary>An option without its value.</summary>
    public abstract string NoValue(string option);

    /// <summary>A value that can't be.</summary>
    public abstract string WrongValue(string option, string value);

    /// <summary>The configuration that was named can't be read.</summary>
    public abstract string NoConfiguration(string file);

    /// <summary>-f is no address.</summary>
    public abstract string BadSender(string text);

    /// <summary>A recipient that is no address.</summary>
    public abstract string BadRecipient(string text);

    /// <summary>The same in the header.</summary>
    public abstract string BadRecipientInHeader(string text);

    /// <summary>No recipients.</summary>
    public abstract string NoRecipients { get; }

    /// <summary>None in the header.</summary>
    public abstract string NoRecipientsInHeader { get; }

    /// <summary>The message can't be read.</summary>
    public abstract string InputFailed(string detail);

    /// <summary>A recipient that the relay refused.</summary>
    public abstract string RefusedRecipient(string address, string reply);

    /// <summary>The relay refused the message.</summary>
    public abstract string NotTaken(string words);

    /// <summary>Neither handed over nor kept.</summary>
    public abstract string NotKept(string why, string folder, string detail);

    /// <summary>The spool folder does not let the relay read.</summary>
    public abstract string SpoolNotShared(string why, string folder);

    /// <summary>The relay has it.</summary>
    public abstract string HandedOver { get; }

    /// <summary>It is kept.</summary>
    public abstract string Kept(string folder, string why);
}
