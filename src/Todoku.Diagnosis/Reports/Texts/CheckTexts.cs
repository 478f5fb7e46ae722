using Todoku.Diagnosis.Checks;

namespace Todoku.Diagnosis.Reports.Texts;

/// <summary>What the checklist says itself; the texts of its points are knowledge.</summary>
public abstract class CheckTexts
{
    /// <summary>The overall answer.</summary>
    public abstract string Headline(string subject, int problems, int warnings, int notKnown);

    /// <summary>The overall answer when DNS left nearly everything open.</summary>
    public abstract string Inconclusive(string subject);

    /// <summary>Title of all points together that are not known because DNS gave no answer.</summary>
    public abstract string WithoutAnswer(int count);

    /// <summary>What to do about that.</summary>
    public abstract string AskAnother { get; }

    /// <summary>Title of the points that stand so.</summary>
    public abstract string Status(CheckStatus status);

    /// <summary>Title of the points that follow from others.</summary>
    public abstract string Consequences { get; }

    /// <summary>Label: the point that one follows from.</summary>
    public abstract string FollowsFrom { get; }

    /// <summary>Before records to publish.</summary>
    public abstract string Publish { get; }

    /// <summary>Evidence that is not shown.</summary>
    public abstract string MoreEvidence(int count);

    /// <summary>The last hint.</summary>
    public abstract string MoreWithVerbose { get; }

    /// <summary>Label: the sending addresses.</summary>
    public abstract string Addresses { get; }

    /// <summary>Label: HELO name.</summary>
    public abstract string Helo { get; }

    /// <summary>Label: the Return-Path's domain.</summary>
    public abstract string ReturnPath { get; }

    /// <summary>Label: DKIM selectors.</summary>
    public abstract string Selectors { get; }

    /// <summary>Label: the domain that is checked.</summary>
    public abstract string Domain { get; }

    /// <summary>Label: the relay host.</summary>
    public abstract string Relay { get; }

    /// <summary>Where a fact comes from.</summary>
    public abstract string Origin(FactOrigin origin);

    /// <summary>Where selectors come from.</summary>
    public abstract string Origin(SelectorOrigin origin, string service);

    /// <summary>A fact with where it comes from.</summary>
    public abstract string Known(string value, string origin);

    /// <summary>Stands for a list of which nothing is known.</summary>
    public abstract string Unknown { get; }
}
