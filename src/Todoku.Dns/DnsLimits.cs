namespace Todoku.Dns;

/// <summary>What an answer of a stranger may cost. An answer that breaks a limit is <see cref="DnsFailure.Malformed"/> or <see cref="DnsFailure.AliasLoop"/>.</summary>
public static class DnsLimits
{
    /// <summary>The most names that CNAMEs may lead over for one question. BIND and Unbound stop at 16 and 11.</summary>
    public const int Aliases = 10;

    /// <summary>The most records that an answer section may have.</summary>
    public const int Records = 2000;

    /// <summary>The most octets of one message over TCP (RFC 1035, section 4.2.2).</summary>
    public const int MessageSize = 65_535;

    /// <summary>The most octets of a message over UDP that we say we take: what passes every network without fragments (RFC 9715, section 3.1).</summary>
    public const int DatagramSize = 1232;

    /// <summary>The most datagrams passed over, because they don't answer what was asked, before a server is given up.</summary>
    public const int StrayDatagrams = 16;

    /// <summary>The most compression pointers in one name; a name has no more than 127 labels.</summary>
    public const int Pointers = 127;
}
