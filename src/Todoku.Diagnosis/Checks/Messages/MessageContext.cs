using Todoku.Authentication.Messages;
using Todoku.Diagnosis.Checks.Blocklists;
using Todoku.Diagnosis.Messages;
using Todoku.Diagnosis.Messages.Routes;
using Todoku.Dns;
using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Messages;

/// <summary>What all points of one message share.</summary>
public sealed class MessageContext(MessageSubject message, MessageEnvelope envelope, IDnsResolver dns, KnowledgeBase knowledge, TimeProvider time)
{
    /// <summary>The message.</summary>
    public MessageSubject Message => message;

    /// <summary>How it came.</summary>
    public MessageEnvelope Envelope => envelope;

    /// <summary>What SPF, DKIM, DMARC and ARC say; null when they were not evaluated, as for a header alone.</summary>
    public MessageAuthentication? Authentication { get; init; }

    /// <summary>What Todoku knows of the world.</summary>
    public KnowledgeBase Knowledge => knowledge;

    /// <summary>The clock.</summary>
    public TimeProvider Time => time;

    /// <summary>Looks domains up in blocklists.</summary>
    public BlocklistLookup Blocklists { get; } = new(dns);

    /// <summary>The organisational domain of a name by the public suffix list, as people see it; empty when the name is none.</summary>
    public string OrganizationOf(string name) => DomainName.TryParse(name, out var domain) && domain.LabelCount > 1
        ? knowledge.OrganizationalDomain(System.Text.Encoding.ASCII.GetBytes(domain.ToString()))
        : "";

    /// <summary>Whether SPF could be evaluated: the address is known, and a domain to ask.</summary>
    public bool IsSpfKnown => Authentication?.Spf is { } spf && (spf.Domain.Length > 0 || Envelope.Helo.Length > 0);
}
