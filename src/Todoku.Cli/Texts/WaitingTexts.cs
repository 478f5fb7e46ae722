namespace Todoku.Cli.Texts;

/// <summary>What <c>check</c> says while it waits for records, and of records to publish.</summary>
internal abstract class WaitingTexts
{
    /// <summary>There is no record to publish.</summary>
    public abstract string NothingToPublish { get; }

    /// <summary>Above the records that are waited for.</summary>
    public abstract string WaitingFor { get; }

    /// <summary>How many name servers show the records, and which did not answer.</summary>
    public abstract string AtServers(int ready, int total, IReadOnlyList<string> silent, TimeSpan next);

    /// <summary>All name servers that answer show them, the resolver not yet; zero times are not known, or not worth telling.</summary>
    public abstract string AtResolver(TimeSpan remaining, TimeSpan next);

    /// <summary>All show them.</summary>
    public abstract string Visible { get; }

    /// <summary>All that answer show them.</summary>
    public abstract string VisibleWhere(IReadOnlyList<string> silent);

    /// <summary>Something else was published.</summary>
    public abstract string OtherRecord { get; }

    /// <summary>The name servers can't be found.</summary>
    public abstract string NoServers(string zone);

    /// <summary>The time is over; some servers don't show the records, or did not answer.</summary>
    public abstract string TimedOut(IReadOnlyList<string> late, IReadOnlyList<string> silent);

    /// <summary>The time is over; the resolver did not answer.</summary>
    public abstract string ResolverSilent { get; }

    /// <summary>The time is over; only the resolver doesn't show them.</summary>
    public abstract string ResolverTimedOut(TimeSpan remaining);

    /// <summary>Ctrl-C was heard.</summary>
    public abstract string Stopping { get; }

    /// <summary>A value that is no span of time.</summary>
    public abstract string BadDuration(string option, string value);

    /// <summary>Whole seconds, with thousands divided.</summary>
    protected static string Seconds(TimeSpan time) => Math.Ceiling(time.TotalSeconds).ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
}
