namespace Todoku.Dns;

/// <summary>The types of records that Todoku asks for, with their numbers (IANA, DNS parameters).</summary>
public enum DnsRecordType : ushort
{
    A = 1,
    NS = 2,
    CNAME = 5,
    SOA = 6,
    PTR = 12,
    MX = 15,
    TXT = 16,
    AAAA = 28,
    TLSA = 52,
    CAA = 257,
}
