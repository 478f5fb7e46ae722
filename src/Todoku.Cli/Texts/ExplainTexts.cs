namespace Todoku.Cli.Texts;

/// <summary>What <c>explain</c> says.</summary>
internal abstract class ExplainTexts
{
    /// <summary>Heading: a reply of a provider, read as a cause.</summary>
    public abstract string Says(string provider, string cause);

    /// <summary>Heading: the sending server's own words.</summary>
    public abstract string OwnWords(string cause);

    /// <summary>The line reports a delivery.</summary>
    public abstract string Delivered(string provider);

    /// <summary>The reply could not be read.</summary>
    public abstract string NotUnderstood { get; }

    /// <summary>What to do about a reply that could not be read.</summary>
    public abstract string NotUnderstoodAdvice { get; }

    /// <summary>It will be tried again.</summary>
    public abstract string Temporary { get; }

    /// <summary>It will not be tried again.</summary>
    public abstract string Permanent { get; }

    /// <summary>Section: the reply.</summary>
    public abstract string Reply { get; }

    /// <summary>Section: its values.</summary>
    public abstract string Values { get; }

    /// <summary>Section: the meaning.</summary>
    public abstract string Meaning { get; }

    /// <summary>Section: the steps.</summary>
    public abstract string Steps { get; }

    /// <summary>Which rule decided.</summary>
    public abstract string Rule(string rule);

    /// <summary>A server that no knowledge file describes.</summary>
    public abstract string UnknownServer { get; }
}
