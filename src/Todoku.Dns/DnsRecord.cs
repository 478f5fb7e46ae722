using System.Net;
using Todoku.Mail;

namespace Todoku.Dns;

/// <summary>The content of one record.</summary>
public abstract record DnsRecord
{
    private DnsRecord()
    {
    }

    /// <summary>A or AAAA.</summary>
    public sealed record Address(IPAddress Value) : DnsRecord;

    /// <summary>TXT: what its strings make when they are put together without anything between (RFC 7208, section 3.3).</summary>
    /// <param name="Value">The octets.</param>
    /// <param name="StringLengths">How long each string is, 0 to 255.</param>
    public sealed record Text(ReadOnlyMemory<byte> Value, IReadOnlyList<int> StringLengths) : DnsRecord;

    /// <summary>MX.</summary>
    /// <param name="Preference">Lower is tried first.</param>
    /// <param name="Host">The server; the root in a null MX (RFC 7505).</param>
    public sealed record MailExchanger(ushort Preference, DomainName Host) : DnsRecord;

    /// <summary>PTR, NS or CNAME: the name it holds.</summary>
    public sealed record Name(DomainName Value) : DnsRecord;

    /// <summary>SOA.</summary>
    public sealed record StartOfAuthority(DomainName PrimaryServer, DomainName Mailbox, uint Serial, TimeSpan NegativeTimeToLive) : DnsRecord;

    /// <summary>TLSA (RFC 6698, section 2.1).</summary>
    public sealed record TlsAssociation(byte Usage, byte Selector, byte MatchingType, ReadOnlyMemory<byte> Data) : DnsRecord;

    /// <summary>CAA (RFC 8659, section 4.1).</summary>
    public sealed record CertificationAuthority(byte Flags, string Tag, ReadOnlyMemory<byte> Value) : DnsRecord;
}
