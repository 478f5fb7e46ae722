using Todoku.Mail;

namespace Todoku.Dns;

/// <summary>A question to DNS; the class is always IN.</summary>
/// <param name="Name">Whose records.</param>
/// <param name="Type">Which ones.</param>
public readonly record struct DnsQuestion(DomainName Name, DnsRecordType Type);
