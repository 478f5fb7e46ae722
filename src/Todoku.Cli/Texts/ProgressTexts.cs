namespace Todoku.Cli.Texts;

/// <summary>Progress while reading.</summary>
internal abstract class ProgressTexts
{
    /// <summary>How much time is left, roughly.</summary>
    public abstract string Left(TimeSpan left);

    /// <summary>Lines read.</summary>
    public abstract string Lines(string lines);

    /// <summary>The first Ctrl-C was heard.</summary>
    public abstract string Stopping { get; }

    /// <summary>DNS is being asked.</summary>
    public abstract string AskingDns { get; }

    /// <summary>Following has begun.</summary>
    public abstract string Following(string file);
}
