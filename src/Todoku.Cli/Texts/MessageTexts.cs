using Todoku.Authentication.Dmarc;
using Todoku.Diagnosis.Messages.Routes;

namespace Todoku.Cli.Texts;

/// <summary>What <c>message</c> says.</summary>
internal abstract class MessageTexts
{
    /// <summary>The verb message.</summary>
    public abstract string Command { get; }

    /// <summary>--ip.</summary>
    public abstract string IpOption { get; }

    /// <summary>--sender.</summary>
    public abstract string SenderOption { get; }

    /// <summary>--helo.</summary>
    public abstract string HeloOption { get; }

    /// <summary>--receiver.</summary>
    public abstract string ReceiverOption { get; }

    /// <summary>--batch.</summary>
    public abstract string BatchOption { get; }

    /// <summary>SPF was not evaluated.</summary>
    public abstract string NoSpf { get; }

    /// <summary>--number.</summary>
    public abstract string NumberOption { get; }

    /// <summary>--all.</summary>
    public abstract string AllOption { get; }

    /// <summary>Label: the server that handed the message over.</summary>
    public abstract string HandedOverBy { get; }

    /// <summary>What a message from standard input is called.</summary>
    public abstract string StandardInput { get; }

    /// <summary>Stands for what is not known.</summary>
    public abstract string NotKnown { get; }

    /// <summary>--number is no place in a mailbox.</summary>
    public abstract string BadNumber { get; }

    /// <summary>Where a fact comes from; empty for what is not known.</summary>
    public abstract string Source(EnvelopeSource source);

    /// <summary>Whether a domain belongs to that of From.</summary>
    public abstract string Aligned(AlignmentOutcome outcome);

    /// <summary>A mailbox of which only the first message is looked at.</summary>
    public abstract string MailboxNotice(string path, int count);

    /// <summary>The mailbox has no such message.</summary>
    public abstract string NoSuchNumber(string path, int number, int count);

    /// <summary>A folder was named.</summary>
    public abstract string IsFolder(string path);

    /// <summary>Before the report on one of several messages.</summary>
    public abstract string NumberHeading(int number, string messageId);

    /// <summary>A bounce: who did not get it, who said so, and the status code.</summary>
    public abstract string Refused(string recipients, string host, string status);
}
