namespace Todoku.Cli.Texts;

/// <summary>Failures that have nothing to do with the logs.</summary>
internal abstract class FailureTexts
{
    /// <summary>A knowledge file has an error; the message names file and line.</summary>
    public abstract string Knowledge(string message);

    /// <summary>The system refused something.</summary>
    public abstract string System(string message);

    /// <summary>Memory ran out.</summary>
    public abstract string OutOfMemory { get; }

    /// <summary>A mistake in the program itself.</summary>
    public abstract string Unexpected(string message);
}
