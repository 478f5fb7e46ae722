namespace Todoku.Diagnosis.Checks;

/// <summary>Names of values that only the checklist's texts have (beside those of replies); all are prose, never put into a line to copy.</summary>
public static class CheckValueNames
{
    /// <summary>A record as it stands in DNS.</summary>
    public const string Record = "record";

    /// <summary>A number of things.</summary>
    public const string Count = "count";

    /// <summary>What a count may be at most.</summary>
    public const string Most = "most";

    /// <summary>A host or domain name beside the subject's own.</summary>
    public const string Name = "name";

    /// <summary>Several names or addresses, with commas between.</summary>
    public const string Names = "names";

    /// <summary>A part of a record: a term, a tag.</summary>
    public const string Term = "term";

    /// <summary>Who gave no answer, or how it failed.</summary>
    public const string Reason = "reason";

    /// <summary>The name of a blocklist.</summary>
    public const string List = "list";

    /// <summary>A listing: <see cref="Blocklists.ListingKey"/>; texts have its meaning.</summary>
    public const string Listing = "listing";

    /// <summary>A range of addresses.</summary>
    public const string Network = "network";

    /// <summary>The name that the sending server has or should have.</summary>
    public const string MailHost = "mail_host";

    /// <summary>The reverse name of the sending address, where it can serve as the server's name; else <see cref="MailHost"/>.</summary>
    public const string ReverseName = "reverse_name";

    /// <summary>The name of the server that receives the domain's mail, the most preferred one.</summary>
    public const string MxHost = "mx_host";

    /// <summary>A selector for the next key.</summary>
    public const string NewSelector = "new_selector";

    /// <summary>Those that are prose or lists.</summary>
    public static IReadOnlyList<string> Prose { get; } = [Record, Count, Most, Name, Names, Term, Reason, List, Listing, Network];
}
