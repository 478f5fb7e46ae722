namespace Todoku.Cli.Texts;

/// <summary>Help: what the program, its verbs and their options do.</summary>
internal abstract class HelpTexts
{
    /// <summary>Title: usage.</summary>
    public abstract string UsageTitle { get; }

    /// <summary>Title: commands.</summary>
    public abstract string CommandsTitle { get; }

    /// <summary>Title: arguments.</summary>
    public abstract string ArgumentsTitle { get; }

    /// <summary>Title: options.</summary>
    public abstract string OptionsTitle { get; }

    /// <summary>Title: examples.</summary>
    public abstract string ExamplesTitle { get; }

    /// <summary>Title: exit status.</summary>
    public abstract string ExitTitle { get; }

    /// <summary>The program.</summary>
    public abstract string Program { get; }

    /// <summary>The word that stands for options in a usage line.</summary>
    public abstract string OptionsWord { get; }

    /// <summary>Where to read on.</summary>
    public abstract string MoreHelp { get; }

    /// <summary>The verb diagnose.</summary>
    public abstract string Diagnose { get; }

    /// <summary>The verb explain.</summary>
    public abstract string Explain { get; }

    /// <summary>The verb completion.</summary>
    public abstract string Completion { get; }

    /// <summary>--help.</summary>
    public abstract string HelpOption { get; }

    /// <summary>--version.</summary>
    public abstract string VersionOption { get; }

    /// <summary>PATH.</summary>
    public abstract string Path { get; }

    /// <summary>--since.</summary>
    public abstract string Since { get; }

    /// <summary>--until.</summary>
    public abstract string Until { get; }

    /// <summary>--follow.</summary>
    public abstract string Follow { get; }

    /// <summary>--json.</summary>
    public abstract string Json { get; }

    /// <summary>--format.</summary>
    public abstract string Format { get; }

    /// <summary>--output.</summary>
    public abstract string Output { get; }

    /// <summary>--verbose.</summary>
    public abstract string Verbose { get; }

    /// <summary>--lang.</summary>
    public abstract string Lang { get; }

    /// <summary>--redact.</summary>
    public abstract string Redact { get; }

    /// <summary>--redact-all.</summary>
    public abstract string RedactAll { get; }

    /// <summary>--knowledge.</summary>
    public abstract string Knowledge { get; }

    /// <summary>--no-color.</summary>
    public abstract string NoColor { get; }

    /// <summary>--time-zone.</summary>
    public abstract string TimeZone { get; }

    /// <summary>--offline.</summary>
    public abstract string Offline { get; }

    /// <summary>--domain.</summary>
    public abstract string FromDomain { get; }

    /// <summary>TEXT.</summary>
    public abstract string Text { get; }

    /// <summary>--relay.</summary>
    public abstract string Relay { get; }

    /// <summary>--batch.</summary>
    public abstract string Batch { get; }

    /// <summary>SHELL.</summary>
    public abstract string Shell { get; }

    /// <summary>What the exit status says, a line for each.</summary>
    public abstract IReadOnlyList<(string Status, string Meaning)> Exit { get; }
}
