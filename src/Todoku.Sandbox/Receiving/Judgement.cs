using System.Net.Sockets;
using Todoku.Authentication.Dkim;
using Todoku.Authentication.Dmarc;
using Todoku.Authentication.Dmarc.Records;
using Todoku.Authentication.Messages;
using Todoku.Authentication.Spf;
using Todoku.Mail;
using Todoku.Mail.Authors;
using Todoku.Smtp.Envelopes;
using Todoku.Smtp.Server;

namespace Todoku.Sandbox.Receiving;

/// <summary>All that is known at a stage; says which conditions hold. What is not known yet is null, and no profile asks for it (<see cref="Conditions"/>).</summary>
public sealed record Judgement
{
    private static readonly DomainName[] Carriers =
        [.. new[] { "docomo.ne.jp", "ezweb.ne.jp", "au.com", "softbank.ne.jp", "i.softbank.jp", "ymobile.ne.jp", "rakumail.jp" }.Select(DomainName.Parse)];

    // Names that only a network of one's own knows.
    private static readonly string[] InnerNames = [".local", ".localdomain", ".internal"];

    /// <summary>The client.</summary>
    public required SmtpClientInfo Client { get; init; }

    /// <summary>What is known of its address.</summary>
    public required ClientFacts Facts { get; init; }

    /// <summary>Gives the organisational domain of a domain.</summary>
    public required Func<DomainName, string> OrganizationOf { get; init; }

    /// <summary>Whether too much came from it lately.</summary>
    public bool IsTooFast { get; init; }

    /// <summary>What chance says this time.</summary>
    public bool IsUnlucky { get; init; }

    /// <summary>Whether the name of EHLO has an address.</summary>
    public bool HelloHasAddress { get; init; }

    /// <summary>The envelope.</summary>
    public Envelope? Envelope { get; init; }

    /// <summary>Whether the sender's domain takes mail or has an address.</summary>
    public bool SenderDomainExists { get; init; } = true;

    /// <summary>What SPF says.</summary>
    public SpfResult? Spf { get; init; }

    /// <summary>The recipient that is asked about; at the end of the message the first one.</summary>
    public Mailbox? Recipient { get; init; }

    /// <summary>Whether the recipient exists.</summary>
    public bool RecipientExists { get; init; } = true;

    /// <summary>Whether the three are new to each other.</summary>
    public bool IsFirstSeen { get; init; }

    /// <summary>What SPF, DKIM and DMARC say about the message.</summary>
    public MessageAuthentication? Message { get; init; }

    /// <summary>What the provider thinks of the author's domain.</summary>
    public double DomainScore { get; init; } = 50;

    /// <summary>The author's domain; null when there is none, or several.</summary>
    public DomainName? Author => (Message?.Dmarc.Author as AuthorDomain.One)?.Domain;

    /// <summary>Whether a domain of the author's is authenticated.</summary>
    public bool IsAligned => Message is { } message && (Author is { } author && IsOwn(message, author) || message.Dmarc.Verdict == DmarcVerdict.Pass);

    /// <summary>The values for a reply.</summary>
    public ReplyValues Values => new(Facts.Address, Client.HelloName ?? "", Envelope?.Sender?.ToString() ?? "", Author?.ToString() ?? "", Recipient?.ToString() ?? "");

    /// <summary>Whether a condition holds.</summary>
    public bool Holds(Condition condition) => condition switch
    {
        Condition.Always => true,
        Condition.NoPtr => Facts.Names.Count == 0,
        Condition.PtrNotConfirmed => !Facts.IsConfirmed,
        Condition.OverIPv6 => Facts.Address.AddressFamily == AddressFamily.InterNetworkV6,
        Condition.Listed => Facts.Blocklists.Count > 0,
        Condition.AddressReputationVeryLow => Facts.Score < ReputationBook.VeryLow,
        Condition.AddressReputationLow => Facts.Score < ReputationBook.Low,
        Condition.TooFast => IsTooFast,
        Condition.Sometimes => IsUnlucky,
        Condition.NoTls => Client.Tls is null,
        Condition.HelloNoName => !IsHostName(Client.HelloName ?? ""),
        Condition.HelloUnknown => !HelloHasAddress,
        Condition.SenderDomainUnknown => !SenderDomainExists,
        Condition.SpfFail => Spf?.Verdict == SpfVerdict.Fail,
        Condition.SpfNotPass => Spf?.Verdict != SpfVerdict.Pass,
        Condition.UnknownUser => !RecipientExists,
        Condition.FirstSeen => IsFirstSeen,
        Condition.RecipientFilters => Recipient?.LocalPart.StartsWith("filter", StringComparison.OrdinalIgnoreCase) == true,
        _ => Message is { } message && HoldsOf(message, condition),
    };

    private bool HoldsOf(MessageAuthentication message, Condition condition) => condition switch
    {
        Condition.Unauthenticated => message.Spf?.Verdict != SpfVerdict.Pass && !PassesDkim(message),
        Condition.DkimNotPass => !PassesDkim(message),
        Condition.DmarcReject => message.Dmarc is { Verdict: DmarcVerdict.Fail, Policy.Applied: DmarcPolicy.Reject },
        Condition.NotAligned => !IsAligned,
        Condition.DomainReputationLow => DomainScore < ReputationBook.Low,
        Condition.CarrierSpoofed => Author is { } author && Array.Exists(Carriers, author.IsWithin) && !Facts.Names.Any(name => Array.Exists(Carriers, name.IsWithin)),
        Condition.RecipientFiltersLinks => Recipient?.LocalPart.StartsWith("nolink", StringComparison.OrdinalIgnoreCase) == true && HasLink(message),
        Condition.NoAuthor => Author is null,
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition.ToString()),
    };

    private static bool PassesDkim(MessageAuthentication message) => message.Dkim.Signatures.Any(one => DkimResults.Of(one.Reason) == DkimResult.Pass);

    // Relaxed alignment (RFC 9989, section 5.2), also for domains without a DMARC record.
    private bool IsOwn(MessageAuthentication message, DomainName author)
    {
        var domains = message.Dkim.Signatures.Where(one => DkimResults.Of(one.Reason) == DkimResult.Pass).Select(one => one.Signature.Domain);
        if (message.Spf is { Verdict: SpfVerdict.Pass } spf && DomainName.TryParse(spf.Domain, out var sender)) domains = domains.Append(sender);
        var own = OrganizationOf(author);
        return domains.Any(domain => string.Equals(OrganizationOf(domain), own, StringComparison.Ordinal));
    }

    private static bool HasLink(MessageAuthentication message) =>
        message.Request.Message.Body.Span.IndexOf("http://"u8) >= 0 || message.Request.Message.Body.Span.IndexOf("https://"u8) >= 0;

    private static bool IsHostName(string name) =>
        name.Contains('.') && !name.StartsWith('[') && DomainName.TryParse(name, out _) && !Array.Exists(InnerNames, end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase));
}
