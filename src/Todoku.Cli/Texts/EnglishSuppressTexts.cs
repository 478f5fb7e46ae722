namespace Todoku.Cli.Texts;

internal sealed class EnglishSuppressTexts : SuppressTexts
{
    public override string Command => "Recipients that are not written to any more, since mail to them came back or they complained.";

    public override string List => "List them: since when, why, until when.";

    public override string Add => "Write to a recipient no more.";

    public override string Remove => "Write to a recipient again.";

    public override string Part => "A part of the address or of the author domain.";

    public override string Address => "The recipient: user@example.com.";

    public override string From => "Only for mail whose From field is in this domain.";

    public override string Bulk => "Only for bulk mail of that domain.";

    public override string For => "For how long: 12h, 30d. Default: for ever.";

    public override string Note => "Why, for whoever reads the list.";

    public override string BulkNeedsFrom => "--bulk is about one author domain: name it with --from.";

    public override string Nobody => "Nobody on the list fits.";

    public override string Added(string address) => $"{address} is not written to any more; senders are told so.";

    public override string Removed(string address) => $"{address} is written to again.";

    public override string Scope(string scope, string authorDomain) => scope switch
    {
        "author-domain" => $"mail from {authorDomain}",
        "author-domain-bulk" => $"bulk mail from {authorDomain}",
        _ => "all mail",
    };

    public override string Reason(string reason, string since, string? until)
    {
        var why = reason switch { "recipient-unknown" => "no such mailbox", "recipient-disabled" => "mailbox closed", "complaint" => "reported as spam", _ => "added by hand" };
        return $"{why}, since {since}, {(until is null ? "for ever" : $"until {until}")}";
    }
}
