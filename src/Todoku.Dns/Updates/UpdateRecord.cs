using Todoku.Mail;

namespace Todoku.Dns.Updates;

/// <summary>A record of an update.</summary>
/// <param name="Owner">Whose.</param>
/// <param name="Type">Its type.</param>
/// <param name="TimeToLive">How long it may be kept; of no account where it goes.</param>
/// <param name="Content">What it says.</param>
public sealed record UpdateRecord(DomainName Owner, DnsRecordType Type, TimeSpan TimeToLive, DnsRecord Content);
