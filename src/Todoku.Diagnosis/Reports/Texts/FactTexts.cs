namespace Todoku.Diagnosis.Reports.Texts;

/// <summary>What reports say of DNS beside the log; the facts' own sentences are knowledge.</summary>
public abstract class FactTexts
{
    /// <summary>Label: what DNS says now.</summary>
    public abstract string Now { get; }

    /// <summary>Behind facts that contradict a reply.</summary>
    /// <param name="last">When the reply came last.</param>
    public abstract string Contradiction(string last);

    /// <summary>A line under the overall answer whose first finding is contradicted.</summary>
    public abstract string MayBeMended { get; }

    /// <summary>The same, where DNS shows something else that is still wrong.</summary>
    /// <param name="mended">The facts that contradict the reply.</param>
    /// <param name="open">The facts that can explain it.</param>
    public abstract string PartlyMended(string mended, string open);

    /// <summary>Over a finding whose refusal is of the address, while DNS shows that its network is listed: whose fault it is, and the way out.</summary>
    /// <param name="provider">Who refuses; empty: several.</param>
    /// <param name="isReputation">Whether the reply speaks of reputation; else of a blocklist.</param>
    /// <param name="listing">What DNS shows.</param>
    public abstract string FaultOfNetwork(string provider, bool isReputation, string listing);

    /// <summary>DNS was asked and nobody answered.</summary>
    public abstract string NoAnswer { get; }

    /// <summary>A fact with what it says about the reply.</summary>
    public abstract string WithRelation(string fact, FactRelation relation);
}
