namespace Todoku.Cli.Texts;

/// <summary>What the verb <c>sandbox</c> says.</summary>
internal abstract class SandboxTexts
{
    /// <summary>The verb.</summary>
    public abstract string Command { get; }

    /// <summary>sandbox run.</summary>
    public abstract string RunCommand { get; }

    /// <summary>sandbox init.</summary>
    public abstract string InitCommand { get; }

    /// <summary>sandbox inbox.</summary>
    public abstract string InboxCommand { get; }

    /// <summary>SCENARIO.</summary>
    public abstract string Scenario { get; }

    /// <summary>FILE to write.</summary>
    public abstract string File { get; }

    /// <summary>ID.</summary>
    public abstract string Id { get; }

    /// <summary>--url.</summary>
    public abstract string Url(string usual);

    /// <summary>The file is there already.</summary>
    public abstract string FileExists(string file);

    /// <summary>A file was written.</summary>
    public abstract string Written(string file);

    /// <summary>Where DNS is.</summary>
    public abstract string Dns(string place);

    /// <summary>Whom providers ask when there is no DNS of the sandbox.</summary>
    public abstract string Resolver(string places);

    /// <summary>A provider.</summary>
    public abstract string Provider(string host, string place, string profile, string domains);

    /// <summary>Where the mailbox is.</summary>
    public abstract string Mailbox(string url);

    /// <summary>What it is not, and how it is stopped.</summary>
    public abstract string Notice { get; }

    /// <summary>An address or port can't be had.</summary>
    public abstract string CannotListen(string reason);

    /// <summary>No sandbox answers.</summary>
    public abstract string NoSandbox(string url, string reason);

    /// <summary>No such mail.</summary>
    public abstract string NoMail(string id);

    /// <summary>--url is no address of a sandbox.</summary>
    public abstract string BadUrl(string url);

    /// <summary>The mailbox is empty.</summary>
    public abstract string Empty { get; }

    /// <summary>A mail was taken.</summary>
    public abstract string Accepted { get; }

    /// <summary>A mail was refused.</summary>
    public abstract string Refused { get; }
}
