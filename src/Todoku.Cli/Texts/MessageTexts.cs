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
}
