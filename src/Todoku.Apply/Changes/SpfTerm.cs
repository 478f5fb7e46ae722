using Todoku.Mail;

namespace Todoku.Apply.Changes;

/// <summary>A term that an SPF record is to have (RFC 7208, section 4.6.1).</summary>
/// <param name="Owner">Whose record.</param>
/// <param name="Term">The term: <c>ip4:192.0.2.1</c>, <c>include:spf.relay.example</c>.</param>
public sealed record SpfTerm(DomainName Owner, string Term);
