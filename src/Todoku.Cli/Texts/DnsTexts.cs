using Todoku.Dns;
using Todoku.Dns.Zones;

namespace Todoku.Cli.Texts;

/// <summary>Options about DNS, and what DNS said.</summary>
internal abstract class DnsTexts
{
    /// <summary>--resolver.</summary>
    public abstract string ResolverOption { get; }

    /// <summary>--zone.</summary>
    public abstract string ZoneOption { get; }

    /// <summary>--trace.</summary>
    public abstract string TraceOption { get; }

    /// <summary>--resolver with a value that is none.</summary>
    public abstract string BadResolver(string value);

    /// <summary>The host of --resolver has no address.</summary>
    public abstract string UnknownResolver(string host);

    /// <summary>A file of --zone that can't be opened; what the system says.</summary>
    public abstract string UnreadableZone(string file, string reason);

    /// <summary>A zone file that is not there.</summary>
    public abstract string NoZoneFile(string file);

    /// <summary>Something is wrong with a file of --zone: where, what, and what to write.</summary>
    public abstract string BadZone(ZoneFileException error);

    /// <summary>Something to know of a file of --zone.</summary>
    public abstract string ZoneNotice(ZoneNotice notice);

    /// <summary>Section: the questions.</summary>
    public abstract string Trace { get; }

    /// <summary>More questions than are kept.</summary>
    public abstract string MoreQuestions(int count);

    /// <summary>More records than are shown.</summary>
    public abstract string MoreRecords(int count);

    /// <summary>The names that CNAMEs led over.</summary>
    public abstract string Aliases(string names);

    /// <summary>The answer was verified.</summary>
    public abstract string Authenticated { get; }

    /// <summary>The answer was kept from an earlier question.</summary>
    public abstract string Cached { get; }

    /// <summary>No record of this type.</summary>
    public abstract string NoData { get; }

    /// <summary>No such name.</summary>
    public abstract string NoSuchDomain { get; }

    /// <summary>Why there is no answer.</summary>
    public abstract string Failure(DnsFailure failure);
}
