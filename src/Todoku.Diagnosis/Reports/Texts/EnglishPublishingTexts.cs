namespace Todoku.Diagnosis.Reports.Texts;

internal sealed class EnglishPublishingTexts : PublishingTexts
{
    public override string New => "new:";

    public override string Replaces => "in place of these, which have to go:";

    public override string Name => "Name";

    public override string Type => "Type";

    public override string Value => "Value";

    public override string Length => "Length";

    public override string InsteadOf => "Instead of";

    public override string Note => "Note";

    public override string OwnZone(string zone) => $"Records to publish in the zone {zone}";

    public override string OtherZone(string zone) => $"To be published in the DNS of {zone}, by whoever runs it";

    public override string MakeKey(string name) => $"No DKIM key is published at {name}. Make one, and publish the record that the command prints:";

    public override string RenewKey(string name) => $"The DKIM key at {name} can't be used as it is. Make one under a new selector, and publish the record that the command prints:";

    public override string OverLookups(int count) => $"This record still costs {count} DNS look-ups; 10 are allowed. Take out what is not used any more.";

    public override string IgnoredTerms(string terms) => $"Kept from the record that is there, though receivers ignore it: {terms}";

    public override string OverOneString(string length) => $"{length} characters. DNS keeps text in strings of 255; most forms divide it themselves. If yours refuses or cuts it, enter the pieces in quotes.";
}
