namespace Todoku.Cli.Texts;

/// <summary>What the verb <c>check</c> says of itself and of wrong arguments.</summary>
internal abstract class CheckTexts
{
    /// <summary>The verb.</summary>
    public abstract string Command { get; }

    /// <summary>DOMAIN.</summary>
    public abstract string Domain { get; }

    /// <summary>--ip.</summary>
    public abstract string Ip { get; }

    /// <summary>--helo.</summary>
    public abstract string Helo { get; }

    /// <summary>--return-path.</summary>
    public abstract string ReturnPath { get; }

    /// <summary>--selector.</summary>
    public abstract string Selector { get; }

    /// <summary>--mail.</summary>
    public abstract string Mail { get; }

    /// <summary>--log.</summary>
    public abstract string Log { get; }

    /// <summary>None of the messages is the domain's.</summary>
    public abstract string MailOfOthers(string domain, string others);

    /// <summary>The log holds no signature of the domain.</summary>
    public abstract string NothingSignedInLog(string domain);

    /// <summary>The host's own log was too long to be read to its end.</summary>
    public abstract string LogNotReadWhole { get; }

    /// <summary>--provider.</summary>
    public abstract string Provider { get; }

    /// <summary>--ask-address.</summary>
    public abstract string AskAddress { get; }

    /// <summary>--no-host.</summary>
    public abstract string NoHost { get; }

    /// <summary>Outsiders are being asked.</summary>
    public abstract string AskingOutsiders(string outsiders);

    /// <summary>What outsiders said could not be relied on.</summary>
    public abstract string AddressNotFound { get; }

    /// <summary>A relay sends, so that this host's address as seen from outside is of no use.</summary>
    public abstract string AddressOfRelay { get; }

    /// <summary>--all-neighbours.</summary>
    public abstract string AllNeighbours { get; }

    /// <summary>--publish.</summary>
    public abstract string Publish { get; }

    /// <summary>--wait.</summary>
    public abstract string Wait { get; }

    /// <summary>--timeout.</summary>
    public abstract string Timeout { get; }

    /// <summary>--json.</summary>
    public abstract string Json { get; }

    /// <summary>No domain given.</summary>
    public abstract string NoDomain { get; }

    /// <summary>A value that is no domain name.</summary>
    public abstract string BadName(string option, string value);

    /// <summary>A value that is no IP address.</summary>
    public abstract string BadAddress(string value);
}
