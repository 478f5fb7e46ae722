namespace Todoku.Diagnosis.Reports.Texts;

/// <summary>What stands around records to publish, and what is said while a change spreads.</summary>
public abstract class PublishingTexts
{
    /// <summary>Above the records of the sender's own zone.</summary>
    public abstract string OwnZone(string zone);

    /// <summary>Above a record that somebody else has to publish, or that belongs into another zone.</summary>
    public abstract string OtherZone(string zone);

    /// <summary>Above a record that is new.</summary>
    public abstract string New { get; }

    /// <summary>Above a record that takes the place of others; they follow.</summary>
    public abstract string Replaces { get; }

    /// <summary>A key has to be made; the command follows.</summary>
    public abstract string MakeKey(string name);

    /// <summary>A key can't stay as it is published; the command that makes the next one follows.</summary>
    public abstract string RenewKey(string name);

    /// <summary>The record still costs too many look-ups.</summary>
    public abstract string OverLookups(int count);

    /// <summary>Terms that receivers ignore were kept.</summary>
    public abstract string IgnoredTerms(string terms);

    /// <summary>Label: name.</summary>
    public abstract string Name { get; }

    /// <summary>Label: type.</summary>
    public abstract string Type { get; }

    /// <summary>Label: value.</summary>
    public abstract string Value { get; }

    /// <summary>Label: length.</summary>
    public abstract string Length { get; }

    /// <summary>Label: instead of.</summary>
    public abstract string InsteadOf { get; }

    /// <summary>Label: note.</summary>
    public abstract string Note { get; }

    /// <summary>The value is longer than one string.</summary>
    public abstract string OverOneString(string length);
}
