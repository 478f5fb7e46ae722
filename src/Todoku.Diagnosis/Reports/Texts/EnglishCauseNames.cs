using Todoku.Knowledge;

namespace Todoku.Diagnosis.Reports.Texts;

internal sealed class EnglishCauseNames : CauseNames
{
    public override string Of(Cause cause) => cause switch
    {
        Cause.Unknown => "reason not clear",
        Cause.IpReputation => "IP reputation",
        Cause.IpBlocklisted => "IP on a blocklist",
        Cause.DomainReputation => "domain reputation",
        Cause.SpamContent => "judged as spam",
        Cause.Unauthenticated => "no SPF, no DKIM",
        Cause.SpfFail => "SPF fails",
        Cause.DkimFail => "DKIM fails",
        Cause.DmarcFail => "DMARC fails",
        Cause.NoPtr => "reverse DNS (PTR)",
        Cause.BadHelo => "HELO name",
        Cause.SenderRejected => "sender address refused",
        Cause.ReturnPathMismatch => "Return-Path is the server's own name",
        Cause.RateLimited => "too much, too fast",
        Cause.Greylisted => "greylisting",
        Cause.RecipientUnknown => "no such mailbox",
        Cause.RecipientDisabled => "mailbox closed",
        Cause.MailboxFull => "mailbox full",
        Cause.RecipientRefused => "recipient's own filter",
        Cause.ContentBlocked => "attachment or link refused",
        Cause.Virus => "virus found",
        Cause.MessageTooLarge => "message too large",
        Cause.RfcViolation => "malformed message",
        Cause.Policy => "receiver's policy",
        Cause.RelayDenied => "relaying denied",
        Cause.AuthRequired => "login required",
        Cause.TlsRequired => "TLS required",
        Cause.TlsFailed => "TLS failed",
        Cause.HostNotFound => "host not found in DNS",
        Cause.ConnectionRefused => "connection refused",
        Cause.ConnectionTimeout => "no answer in time",
        Cause.RemoteError => "receiver's own error",
        Cause.Expired => "expired in the queue",
        Cause.LocalConfig => "own server's settings",
    };
}
