namespace Todoku.Cli.Texts;

/// <summary>Progress while reading.</summary>
internal abstract class ProgressTexts
{
    /// <summary>How much time is left, roughly.</summary>
    public abstract string Left(TimeSpan left);

    /// <summary>Lines read.</summary>
    public abstract string Lines(string lines);

    /// <summary>Following has begun.</summary>
    public abstract string Following(string file);
}
