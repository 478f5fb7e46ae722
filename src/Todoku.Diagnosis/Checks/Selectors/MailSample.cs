using System.Net;
using System.Text;
using Todoku.Authentication.Dkim;
using Todoku.Diagnosis.Messages.Routes;
using Todoku.Mail;
using Todoku.Mail.Authors;
using Todoku.Mail.Messages;

namespace Todoku.Diagnosis.Checks.Selectors;

/// <summary>What one message of a sender shows of how its mail is sent, as the server that received it wrote it down. The header alone is read.</summary>
/// <param name="Name">What the message is called: its file, and its place in a mailbox.</param>
/// <param name="From">The domain of From; null when there is none.</param>
/// <param name="Time">When it was sent or received; null when it does not say.</param>
public sealed record MailSample(string Name, DomainName? From, DateTimeOffset? Time)
{
    private const int MaxHops = 100;
    private const int MaxSignatures = 10;

    /// <summary>Domain (d=) and selector (s=) of its DKIM signatures, whether they verify or not.</summary>
    public IReadOnlyList<(DomainName Domain, string Selector)> Signatures { get; private init; } = [];

    /// <summary>Whether it bears a DKIM-Signature field, even one that can't be read.</summary>
    public bool IsSigned { get; private init; }

    /// <summary>Whether another server received it, so that whatever signs had its turn. A copy in a folder of sent mail was not.</summary>
    public bool WasReceived { get; private init; }

    /// <summary>The domain of its Return-Path; null when it has none, or the null sender.</summary>
    public DomainName? ReturnPathDomain { get; private init; }

    /// <summary>The address that handed it to the receiver; null when that is not known.</summary>
    public IPAddress? Ip { get; private init; }

    /// <summary>The name that this server said in HELO; null when it is not known.</summary>
    public DomainName? Helo { get; private init; }

    /// <summary>Reads a message. Never fails: what it does not tell is not known.</summary>
    public static MailSample Read(string name, MessageHeaders headers, Func<DomainName, string> organization)
    {
        ArgumentNullException.ThrowIfNull(headers);
        ArgumentNullException.ThrowIfNull(organization);
        ReceivedHop[] hops = [.. headers.All("Received"u8).Take(MaxHops).Select(ReceivedHop.Read)];
        var envelope = EnvelopeReader.Read(headers, hops, host => DomainName.TryParse(host, out var known) ? organization(known) : host);
        var fields = headers.All("DKIM-Signature"u8);
        var signatures = fields.Take(MaxSignatures).Select((field, index) => DkimSignatureParser.Parse(field, index)).Where(signature => !signature.Domain.IsRoot && signature.Selector.Length > 0);
        var received = hops.Select(hop => hop.Time).FirstOrDefault(time => time is not null);
        return new MailSample(name, (AuthorDomain.OfMessage(headers) as AuthorDomain.One)?.Domain, received ?? DateOf(headers))
        {
            Signatures = [.. signatures.Select(signature => (signature.Domain, signature.Selector)).Distinct()],
            IsSigned = fields.Count > 0,
            WasReceived = envelope.Ip is not null,
            ReturnPathDomain = envelope.Sender is { Length: > 0 } sender && DomainName.TryParse(sender.AsSpan(sender.LastIndexOf('@') + 1), out var path) && path.LabelCount > 1 ? path : null,
            Ip = envelope.Ip is { } ip && GlobalAddress.Is(ip) ? ip : null,
            Helo = DomainName.TryParse(envelope.Helo, out var helo) && !helo.IsRoot ? helo : null,
        };
    }

    private static DateTimeOffset? DateOf(MessageHeaders headers)
    {
        var fields = headers.All("Date"u8);
        return fields.Count == 0 ? null : MessageDate.Parse(Encoding.Latin1.GetString(fields[0].Unfold()));
    }
}
