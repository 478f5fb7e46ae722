namespace Todoku.Diagnosis.Reports.Texts;

/// <summary>Numbers with what they count.</summary>
public abstract class CountTexts
{
    /// <summary>A share of 0 to 1 in percent, see <see cref="Figures.Percent"/>.</summary>
    public abstract string Percent(double share);

    /// <summary>Delivery attempts.</summary>
    public abstract string Attempts(long value);

    /// <summary>Recipients.</summary>
    public abstract string Recipients(long value);

    /// <summary>Messages.</summary>
    public abstract string Messages(long value);

    /// <summary>Failures within a phase.</summary>
    public abstract string Failed(long value);

    /// <summary>Deliveries since a failure ended.</summary>
    /// <param name="value">How many.</param>
    /// <param name="since">The first, as text.</param>
    /// <param name="relay">The relay that made them, or some of them; may be empty.</param>
    public abstract string DeliveredSince(long value, string since, string relay);

    /// <summary>Receiving providers that are not listed one by one.</summary>
    public abstract string OtherProviders(int value);

    /// <summary>Findings that are not shown.</summary>
    public abstract string MoreFindings(int value);

    /// <summary>Steps that are not shown.</summary>
    public abstract string MoreSteps(int value);
}
