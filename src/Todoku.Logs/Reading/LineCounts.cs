namespace Todoku.Logs.Reading;

/// <summary>Counts of lines by what became of them.</summary>
internal struct LineCounts
{
    /// <summary>All lines.</summary>
    public long Lines;

    /// <summary>Lines of mail programs.</summary>
    public long Mail;

    /// <summary>Of these, understood.</summary>
    public long Understood;

    /// <summary>Lines that report a delivery attempt.</summary>
    public long Delivery;

    /// <summary>Of these, understood.</summary>
    public long UnderstoodDelivery;

    /// <summary>Lines that were cut because they were too long.</summary>
    public long Long;

    /// <summary>Lines left out because another file had them too.</summary>
    public long Duplicates;

    /// <summary>Lines at which a dialect failed: a fault of ours, counted as not understood so that no line can stop the reading.</summary>
    public long Faults;

    /// <summary>Whether the year of a merged line was inferred.</summary>
    public bool YearInferred;

    /// <summary>Adds another count.</summary>
    public void Add(in LineCounts other)
    {
        Lines += other.Lines;
        Mail += other.Mail;
        Understood += other.Understood;
        Delivery += other.Delivery;
        UnderstoodDelivery += other.UnderstoodDelivery;
        Long += other.Long;
        Duplicates += other.Duplicates;
        Faults += other.Faults;
        YearInferred |= other.YearInferred;
    }
}
