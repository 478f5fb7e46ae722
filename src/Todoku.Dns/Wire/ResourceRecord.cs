using Todoku.Mail;

namespace Todoku.Dns.Wire;

/// <summary>A record as a message carries it.</summary>
/// <param name="Owner">Whose it is.</param>
/// <param name="Type">Its type.</param>
/// <param name="TimeToLive">How long it may be kept.</param>
/// <param name="Content">What it says.</param>
internal readonly record struct ResourceRecord(DomainName Owner, DnsRecordType Type, TimeSpan TimeToLive, DnsRecord Content);
