using System.Net;
using System.Net.Sockets;

namespace Todoku.Authentication.Spf;

/// <summary>The client that sends.</summary>
internal sealed class SpfClient
{
    private readonly UInt128 _bits;

    public SpfClient(IPAddress address)
    {
        // An IPv4-mapped IPv6 address is an IPv4 address (RFC 7208, section 5).
        Address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4()
            : address.AddressFamily == AddressFamily.InterNetworkV6 && address.ScopeId != 0 ? new IPAddress(address.GetAddressBytes())
            : address;
        IsIPv4 = Address.AddressFamily == AddressFamily.InterNetwork;
        _bits = AddressBlock.BitsOf(Address);
    }

    /// <summary>The address.</summary>
    public IPAddress Address { get; }

    /// <summary>Whether it is IPv4.</summary>
    public bool IsIPv4 { get; }

    /// <summary>Macro v, which is also where its names stand in DNS.</summary>
    public string Tree => IsIPv4 ? "in-addr" : "ip6";

    /// <summary>Whether a block holds it.</summary>
    public bool IsIn(AddressBlock block) => block.Contains(IsIPv4, _bits);

    /// <summary>Whether it shares its first bits with an address.</summary>
    public bool Matches(IPAddress address, int prefixLength4, int prefixLength6)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork != IsIPv4) return false;
        var ignored = IsIPv4 ? 32 - prefixLength4 : 128 - prefixLength6;
        return ignored == 128 || (_bits ^ AddressBlock.BitsOf(address)) >> ignored == 0;
    }

    /// <summary>Macro i: an IPv4 address as it is written, an IPv6 address as 32 digits with dots between (RFC 7208, section 7.3).</summary>
    public string Dotted()
    {
        if (IsIPv4) return Address.ToString();
        return string.Create(63, _bits, static (span, bits) =>
        {
            for (var i = 0; i < 32; i++)
            {
                span[i * 2] = "0123456789ABCDEF"[(int)(bits >> (124 - i * 4) & 0xF)];
                if (i < 31) span[i * 2 + 1] = '.';
            }
        });
    }

    /// <summary>The name below which DNS has the client's names (RFC 1035, section 3.5; RFC 3596, section 2.5).</summary>
    public string ReverseName()
    {
        var parts = Dotted().Split('.');
        Array.Reverse(parts);
        return $"{string.Join('.', parts)}.{Tree}.arpa";
    }
}
