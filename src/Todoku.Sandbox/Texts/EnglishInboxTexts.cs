namespace Todoku.Sandbox.Texts;

internal sealed class EnglishInboxTexts : InboxTexts
{
    public override string Code => "en";

    public override string Title => "Todoku sandbox: mailbox";

    public override string Notice => "These are simulated providers. What they take here, real ones may refuse, and the other way round.";

    public override string Empty => "No mail has come yet.";

    public override string Time => "Time";

    public override string Provider => "Provider";

    public override string From => "Sent from";

    public override string Envelope => "Envelope";

    public override string Subject => "Subject";

    public override string Outcome => "What became of it";

    public override string Accepted => "accepted";

    public override string Refused => "refused";

    public override string Because => "because";

    public override string Reputation => "reputation";

    public override string Message => "message";
}
