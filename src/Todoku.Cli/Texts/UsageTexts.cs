namespace Todoku.Cli.Texts;

/// <summary>What is wrong with the arguments, and what to write instead.</summary>
internal abstract class UsageTexts
{
    /// <summary>A command line that is right.</summary>
    public abstract string Example(string example);

    /// <summary>An argument that is not known; the nearest known one, if any is near.</summary>
    public abstract string Unknown(string argument, string nearest);

    /// <summary>A verb that a command does not have.</summary>
    /// <param name="verb">What was written.</param>
    /// <param name="nearest">The verb that it resembles, or empty.</param>
    /// <param name="all">Those that there are.</param>
    public abstract string UnknownVerb(string verb, string nearest, string all);

    /// <summary>An option without its value.</summary>
    public abstract string NeedsValue(string option);

    /// <summary>An option given more than once.</summary>
    public abstract string Twice(string option);

    /// <summary>A value that is none of the choices.</summary>
    public abstract string NotOneOf(string option, string value, IReadOnlyList<string> choices);

    /// <summary>Not a time.</summary>
    public abstract string BadTime(string option, string value);

    /// <summary>The end lies before the beginning.</summary>
    public abstract string EmptyPeriod { get; }

    /// <summary>Not a time zone.</summary>
    public abstract string BadZone(string value);

    /// <summary>--json beside another format.</summary>
    public abstract string TwoFormats(string format);

    /// <summary>Options that don't go together.</summary>
    public abstract string NotTogether(string one, string other);

    /// <summary>--follow needs a plain file.</summary>
    public abstract string CannotFollow { get; }

    /// <summary>No text to explain.</summary>
    public abstract string NoText { get; }

    /// <summary>No shell, or an unknown one.</summary>
    public abstract string NoShell { get; }
}
