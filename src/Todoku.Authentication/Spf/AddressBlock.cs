using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Todoku.Authentication.Spf;

/// <summary>
/// Addresses that share their first bits. An IPv4-mapped IPv6 address is IPv4 (RFC 7208, section 5); a block of IPv6 never holds one.
/// </summary>
public readonly record struct AddressBlock
{
    private readonly UInt128 _bits;
    private readonly UInt128 _mask;

    /// <summary>Makes the block of one address and those that share its first bits.</summary>
    /// <param name="address">Any address of the block.</param>
    /// <param name="prefixLength">How many bits count: 0 to 32 for IPv4, 0 to 128 for IPv6.</param>
    public AddressBlock(IPAddress address, int prefixLength)
    {
        ArgumentNullException.ThrowIfNull(address);
        IsIPv4 = address.AddressFamily == AddressFamily.InterNetwork;
        var width = IsIPv4 ? 32 : 128;
        ArgumentOutOfRangeException.ThrowIfNegative(prefixLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(prefixLength, width);
        PrefixLength = prefixLength;
        _mask = prefixLength == 0 ? 0 : UInt128.MaxValue << (width - prefixLength);
        _bits = BitsOf(address) & _mask;
    }

    /// <summary>Whether the addresses are IPv4.</summary>
    public bool IsIPv4 { get; }

    /// <summary>How many bits all addresses share.</summary>
    public int PrefixLength { get; }

    /// <summary>How many bits an address has.</summary>
    public int Width => IsIPv4 ? 32 : 128;

    /// <summary>Whether the block holds an address.</summary>
    public bool Contains(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return Contains(address.AddressFamily == AddressFamily.InterNetwork, BitsOf(address));
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, _bits);
        var address = new IPAddress(IsIPv4 ? bytes[12..] : bytes);
        return PrefixLength == Width ? address.ToString() : string.Create(CultureInfo.InvariantCulture, $"{address}/{PrefixLength}");
    }

    internal bool Contains(bool isIPv4, UInt128 bits) => isIPv4 == IsIPv4 && (bits & _mask) == _bits;

    /// <summary>An address as a number; IPv4 in the lowest 32 bits.</summary>
    internal static UInt128 BitsOf(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out var length);
        return length == 4 ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }
}
