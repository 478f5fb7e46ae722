namespace Todoku.Cli.Texts;

/// <summary>What the verb <c>suppress</c> says.</summary>
internal abstract class SuppressTexts
{
    /// <summary>The verb.</summary>
    public abstract string Command { get; }

    /// <summary>list.</summary>
    public abstract string List { get; }

    /// <summary>add.</summary>
    public abstract string Add { get; }

    /// <summary>remove.</summary>
    public abstract string Remove { get; }

    /// <summary>PART.</summary>
    public abstract string Part { get; }

    /// <summary>ADDRESS.</summary>
    public abstract string Address { get; }

    /// <summary>--from.</summary>
    public abstract string From { get; }

    /// <summary>--bulk.</summary>
    public abstract string Bulk { get; }

    /// <summary>--for.</summary>
    public abstract string For { get; }

    /// <summary>--note.</summary>
    public abstract string Note { get; }

    /// <summary>--bulk without --from.</summary>
    public abstract string BulkNeedsFrom { get; }

    /// <summary>Nobody is on the list.</summary>
    public abstract string Nobody { get; }

    /// <summary>A line is there.</summary>
    public abstract string Added(string address);

    /// <summary>A line is gone.</summary>
    public abstract string Removed(string address);

    /// <summary>Which mail is held back.</summary>
    public abstract string Scope(string scope, string authorDomain);

    /// <summary>Why, since when, until when.</summary>
    public abstract string Reason(string reason, string since, string? until);
}
