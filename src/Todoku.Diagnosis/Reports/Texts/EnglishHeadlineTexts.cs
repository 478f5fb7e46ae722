namespace Todoku.Diagnosis.Reports.Texts;

internal sealed class EnglishHeadlineTexts(CountTexts count) : HeadlineTexts
{
    public override string MailFails => "Your mail does not get through";

    public override string NothingToDo => "Nothing to do: your mail arrives";

    public override string NothingToDoAnyMore => "Nothing to do: your mail arrives again";

    public override string NothingForYou => "Nothing for you to do: mail fails, but not by your doing";

    public override string NotEnoughEvidence => "Not enough evidence to say what is wrong";

    public override string NotUnderstood => "This log can't be read";

    public override string Refuses(string provider) => $"{provider} refuses your mail";

    public override string DoesNotGetThrough(string provider) => $"Mail for {provider} does not get through";

    public override string Failed(string provider) => $"Mail for {provider} failed, but does so no more";

    public override string Delivered(long delivered, long attempts, long recipientFaults) =>
        $"{Figures.Number(delivered)} of {count.Attempts(attempts)} were delivered."
        + (recipientFaults > 0 ? $" {Figures.Number(recipientFaults)} failed at the recipients' own end." : "");

    public override string TooLittle(long attempts) => attempts == 0
        ? "The log holds no delivery attempt. Give the log of the mail server (mail.log, maillog), and its older, rotated files."
        : $"The log holds only {count.Attempts(attempts)}. Give the older, rotated files as well, or wait for more mail.";

    public override string Unreadable(long deliveryLines) =>
        $"{Figures.Number(deliveryLines)} lines look like delivery reports, but none was understood, so nothing can be said about your mail. "
        + "See them with --verbose. The formats that are understood stand in docs/commands.md.";

    public override string SinceFor(string since, string length) => $"since {since} (for {length})";

    public override string FromUntil(string since, string until) => $"from {since} to {until}";

    public override string Extent(long failed, double share, long recipients) =>
        $"{count.Attempts(failed)} failed ({count.Percent(share)}), {count.Recipients(recipients)}";

    public override string WhoseDoing(string fault) => $"Whose doing: {fault}";
}
