using Todoku.Authentication.Dmarc;
using Todoku.Diagnosis.Messages.Routes;

namespace Todoku.Cli.Texts;

internal sealed class EnglishMessageTexts : MessageTexts
{
    public override string Command => "Look at a message as a receiver does: authentication, headers, charset, links, size; explain bounces and complaints.";

    public override string IpOption => "The IP address that handed the message over; without it, what the receiving server wrote into the header.";

    public override string SenderOption => "The sender of the envelope (MAIL FROM); without it, Return-Path.";

    public override string HeloOption => "The name that the server gave in HELO or EHLO.";

    public override string ReceiverOption => "The name of the receiving server, for Authentication-Results.";

    public override string BatchOption => "Read JSON lines {\"id\",\"file\",\"ip\",\"sender\",\"helo\",\"time\"}, write a JSON line with the results for each.";

    public override string NoSpf => "SPF: not evaluated. Give --ip, and --sender or --helo.";

    public override string NumberOption => "Of a mailbox (mbox), look at message number N (from 1; the first by default).";

    public override string AllOption => "Of a mailbox, look at all messages.";

    public override string HandedOverBy => "Handed over by";

    public override string StandardInput => "Standard input";

    public override string NotKnown => "not known";

    public override string BadNumber => "--number counts messages from 1";

    public override string Source(EnvelopeSource source) => source switch
    {
        EnvelopeSource.Unknown => "",
        EnvelopeSource.Given => "as given",
        EnvelopeSource.ReceivedSpf => "from Received-SPF",
        EnvelopeSource.Received => "from a Received field",
        EnvelopeSource.ReturnPath => "",
    };

    public override string Aligned(AlignmentOutcome outcome) => outcome switch
    {
        AlignmentOutcome.Identical => "the From domain",
        AlignmentOutcome.SameOrganization => "belongs to the From domain",
        AlignmentOutcome.WouldAlign => "would belong to the From domain, but does not pass",
        AlignmentOutcome.NotAuthenticated => "does not pass",
        AlignmentOutcome.NotADomain => "is no domain",
        AlignmentOutcome.StrictAndDifferent => "not the From domain (strict)",
        AlignmentOutcome.OutsideOrganization or AlignmentOutcome.OwnOrganization => "does not belong to the From domain",
        AlignmentOutcome.LookupFailed => "not known, DNS gave no answer",
        AlignmentOutcome.TooMany => "not looked at",
    };

    public override string MailboxNotice(string path, int count) => $"{path} is a mailbox of {count} messages; this is the first. Others: --number N, or --all";

    public override string NoSuchNumber(string path, int number, int count) => $"{path} has no message number {number}; it holds {count}";

    public override string IsFolder(string path) => $"{path} is a folder; name one message file in it";

    public override string NumberHeading(int number, string messageId) => messageId.Length > 0 ? $"Message {number}: {messageId}" : $"Message {number}";

    public override string Refused(string recipients, string host, string status)
    {
        var said = host.Length > 0 ? $"; {host} said so" : "";
        return $"Not delivered to {recipients}{said}{(status.Length > 0 ? $" (status {status})" : "")}.";
    }
}
