using System.Collections.Frozen;

namespace Todoku.Dns.Zones;

/// <summary>Types of records that zone files hold and that nobody here asks for (IANA, DNS parameters). SPF is among them: RFC 7208, section 3.1, gave it up.</summary>
internal static class RegisteredTypes
{
    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "MD", "MF", "MB", "MG", "MR", "NULL", "WKS", "HINFO", "MINFO", "RP", "AFSDB", "X25", "ISDN", "RT", "NSAP", "NSAP-PTR", "SIG", "KEY", "PX", "GPOS", "LOC",
        "NXT", "EID", "NIMLOC", "SRV", "ATMA", "NAPTR", "KX", "CERT", "A6", "DNAME", "SINK", "APL", "DS", "SSHFP", "IPSECKEY", "RRSIG", "NSEC", "DNSKEY", "DHCID",
        "NSEC3", "NSEC3PARAM", "SMIMEA", "HIP", "NINFO", "RKEY", "TALINK", "CDS", "CDNSKEY", "OPENPGPKEY", "CSYNC", "ZONEMD", "SVCB", "HTTPS", "SPF", "NID", "L32",
        "L64", "LP", "EUI48", "EUI64", "URI", "AVC", "DOA", "AMTRELAY", "RESINFO", "WALLET", "TA", "DLV", "ALIAS", "ANAME");

    /// <summary>Whether it is one.</summary>
    public static bool Contains(string name) => Names.Contains(name);
}
