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

    /// <summary>DNS was asked and nobody answered.</summary>
    public abstract string NoAnswer { get; }

    /// <summary>A fact with what it says about the reply.</summary>
    public abstract string WithRelation(string fact, FactRelation relation);

}
