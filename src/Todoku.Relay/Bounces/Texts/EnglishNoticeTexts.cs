using System.Globalization;
using Todoku.Relay.Bounces.Notices;

namespace Todoku.Relay.Bounces.Texts;

/// <summary>In English.</summary>
internal sealed class EnglishNoticeTexts : NoticeTexts
{
    public static EnglishNoticeTexts Instance { get; } = new();

    public override string Tag => "en";

    public override string DoubleBounce => "This is a copy for the postmaster. The message is itself a notice or another message without a return address, so its sender can't be told.";

    public override string WeSay => "What this server recorded:";

    public override string WhatToDo => "What you can do:";

    public override string AdviceWhileTried => "Nothing for now. If it is urgent, reach the recipient another way.";

    public override string OurAddress => "of this server";

    public override string Subject(NoticeKind kind, string address, int more) =>
        (kind switch { NoticeKind.Failure => "Not delivered: ", NoticeKind.Delay => "Not delivered yet: ", _ => "Handed over: " })
        + address + (more switch { 0 => "", 1 => " and 1 more", _ => string.Create(CultureInfo.InvariantCulture, $" and {more} more") });

    public override string MessageSubject(string subject) => $"Subject: {subject}";

    public override string MessageTime(string time) => $"Handed in: {time}";

    public override string TimeOf(DateTimeOffset time) => MailDate.Of(time);

    public override string Writer(string host) => $"This is an automatic notice from the mail server {host}.";

    public override string Opening(NoticeKind kind) => kind switch
    {
        NoticeKind.Failure => "Your message could not be delivered to the following addresses, and is not tried any more.",
        NoticeKind.Delay => "Your message has not yet been delivered to the following addresses. You need not send it again: the server keeps trying.",
        _ => "Your message was handed over for the following addresses. No further notice will come from the receiving servers.",
    };

    public override string Until(string time) => $"It is tried until {time}. If it can't be delivered by then, you will get another notice.";

    public override string ServerSaid(string host) => host.Length == 0 ? "What the receiving server said:" : $"What the receiving server {host} said:";

    public override string Advice(NoticeAdvice advice, string postmaster) => advice switch
    {
        NoticeAdvice.CheckAddress => "Look for a typing error in the address and send the message again to the right one. If the address was given up, take it out of your address book and lists.",
        NoticeAdvice.WaitForRoom => "Tell the recipient another way that the mailbox is full, and send the message again when there is room.",
        NoticeAdvice.AskRecipient => "Reach the recipient another way, and ask them or their administrator to let mail from your address in. Then send the message again.",
        NoticeAdvice.MakeSmaller => "Make the message smaller and send it again: put large files on a file sharing service and send the link.",
        NoticeAdvice.ChangeContent => $"Look at attachments and links, leave out what may have given offence, and send the message again. If you see no reason, forward this notice as a whole to {postmaster}.",
        NoticeAdvice.SendLater => $"Send the message again later. If it fails again, forward this notice as a whole to {postmaster}.",
        NoticeAdvice.AskReceiver => $"Reach the recipient another way; their administrator can see why the message was refused. Forward this notice as a whole to {postmaster}, who can ask there too.",
        _ => $"Sending it again will hardly help: this must be mended by the administrator of the sending side. Forward this notice as a whole to {postmaster}. If it is urgent, reach the recipient another way.",
    };

    public override string Closing(string postmaster, string queueId) => $"If you ask {postmaster} about this, name the number {queueId}. A report for programs and your message, or its header, are attached.";
}
