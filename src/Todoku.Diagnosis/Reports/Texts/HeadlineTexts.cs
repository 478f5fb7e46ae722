namespace Todoku.Diagnosis.Reports.Texts;

/// <summary>The first sentences of a report: the overall answer. Sentences that stand as a heading have no full stop.</summary>
public abstract class HeadlineTexts
{
    /// <summary>A provider refuses the mail now.</summary>
    public abstract string Refuses(string provider);

    /// <summary>Mail for a provider does not get as far as a refusal.</summary>
    public abstract string DoesNotGetThrough(string provider);

    /// <summary>Mail for all providers is concerned.</summary>
    public abstract string MailFails { get; }

    /// <summary>It failed and is over.</summary>
    public abstract string Failed(string provider);

    /// <summary>Nothing that the sender must do.</summary>
    public abstract string NothingToDo { get; }

    /// <summary>Nothing that the sender must do, since what failed is over.</summary>
    public abstract string NothingToDoAnyMore { get; }

    /// <summary>Nothing that the sender can do: what fails is the receivers' doing or passes by itself.</summary>
    public abstract string NothingForYou { get; }

    /// <summary>Too little was seen.</summary>
    public abstract string NotEnoughEvidence { get; }

    /// <summary>No delivery line was understood.</summary>
    public abstract string NotUnderstood { get; }

    /// <summary>How many attempts were delivered, and how many failed by the recipients' own doing.</summary>
    public abstract string Delivered(long delivered, long attempts, long recipientFaults);

    /// <summary>What little was seen, and how to get more.</summary>
    public abstract string TooLittle(long attempts);

    /// <summary>How many lines looked like deliveries; what to do.</summary>
    public abstract string Unreadable(long deliveryLines);

    /// <summary>Onset and length of what fails now.</summary>
    public abstract string SinceFor(string since, string length);

    /// <summary>Begin and end of what failed.</summary>
    public abstract string FromUntil(string since, string until);

    /// <summary>How much failed: attempts, their share, recipients.</summary>
    public abstract string Extent(long failed, double share, long recipients);

    /// <summary>Whose doing, completed by <see cref="FaultNames.Long"/>.</summary>
    public abstract string WhoseDoing(string fault);
}
