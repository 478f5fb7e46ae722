namespace Todoku.Diagnosis.Reports.Texts;

/// <summary>Titles, column heads and the like.</summary>
public abstract class LabelTexts
{
    /// <summary>The report's title.</summary>
    public abstract string Title { get; }

    /// <summary>Section: mail by receiving provider.</summary>
    public abstract string Providers { get; }

    /// <summary>Section: findings.</summary>
    public abstract string Findings { get; }

    /// <summary>The same where all of it is over.</summary>
    public abstract string PastFindings { get; }

    /// <summary>Section: the plan.</summary>
    public abstract string Plan { get; }

    /// <summary>Section: phases.</summary>
    public abstract string Phases { get; }

    /// <summary>Section: notices.</summary>
    public abstract string Notices { get; }

    /// <summary>Section: deliveries over time.</summary>
    public abstract string OverTime { get; }

    /// <summary>Section: programs whose lines were not understood.</summary>
    public abstract string NotUnderstood { get; }

    /// <summary>Column: provider.</summary>
    public abstract string Provider { get; }

    /// <summary>Column: attempts.</summary>
    public abstract string Attempts { get; }

    /// <summary>Column: delivered.</summary>
    public abstract string Delivered { get; }

    /// <summary>Column: deferred.</summary>
    public abstract string Deferred { get; }

    /// <summary>Column: bounced.</summary>
    public abstract string Bounced { get; }

    /// <summary>Column: failed.</summary>
    public abstract string Failed { get; }

    /// <summary>Column: share failed.</summary>
    public abstract string FailedShare { get; }

    /// <summary>Column: most frequent cause.</summary>
    public abstract string MainCause { get; }

    /// <summary>Column: what happened in a phase.</summary>
    public abstract string What { get; }

    /// <summary>Column: from when to when.</summary>
    public abstract string When { get; }

    /// <summary>Of a step: the reason.</summary>
    public abstract string Why { get; }

    /// <summary>Of a step: how it is seen that it worked.</summary>
    public abstract string Check { get; }

    /// <summary>Of a step: what to do when others refuse.</summary>
    public abstract string IfRefused { get; }

    /// <summary>Of a finding: its log lines.</summary>
    public abstract string Evidence { get; }

    /// <summary>Of a finding: how it is seen that all is well again.</summary>
    public abstract string Verify { get; }

    /// <summary>All providers.</summary>
    public abstract string AllProviders { get; }

    /// <summary>Still so at the end of the log.</summary>
    public abstract string Current { get; }

    /// <summary>Over.</summary>
    public abstract string Past { get; }

    /// <summary>A finding is explained by others: their numbers follow.</summary>
    public abstract string ExplainedBy(string numbers);

    /// <summary>The last hint of the short report.</summary>
    public abstract string MoreWithVerbose { get; }

    /// <summary>How much was understood.</summary>
    public abstract string Understood(string share, string mailLines, string deliveryLines, string lines);

    /// <summary>How many messages the log shows no end of.</summary>
    public abstract string MessagesWithoutEnd(string messages);

    /// <summary>What was looked at: period and hosts.</summary>
    public abstract string Scope(string period, string hosts);

    /// <summary>Joins items of a list.</summary>
    public abstract string Join(IEnumerable<string> items);

    /// <summary>A label with its value.</summary>
    public abstract string Pair(string label, string value);
}
