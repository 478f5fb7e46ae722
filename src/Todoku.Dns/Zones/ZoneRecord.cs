using Todoku.Mail;

namespace Todoku.Dns.Zones;

/// <summary>A record of a zone file.</summary>
/// <param name="Owner">Whose it is; the first label of a wildcard is "*".</param>
/// <param name="Type">Its type.</param>
/// <param name="TimeToLive">How long it may be kept.</param>
/// <param name="Content">What it says.</param>
/// <param name="Line">Where it stands, from 1.</param>
public sealed record ZoneRecord(DomainName Owner, DnsRecordType Type, TimeSpan TimeToLive, DnsRecord Content, int Line);
