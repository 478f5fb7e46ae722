using System.Buffers;
using System.Text;

namespace Todoku.Diagnosis.Timeline;

/// <summary>Words in a reply that tell the scope of a refusal, beyond its cause.</summary>
internal static class ReplyWords
{
    // Microsoft S3140/S3150: "part of their network is on our block list"; UCEPROTECT levels 2 and 3 list networks and whole providers.
    private static readonly SearchValues<string> NetworkListing = SearchValues.Create(
        ["part of their network", "your network is on our block", "dnsbl-2.uceprotect", "dnsbl-3.uceprotect", "uceprotect-level2", "uceprotect-level3"],
        StringComparison.OrdinalIgnoreCase);

    // Google's IPv6AuthError: "does not meet IPv6 sending guidelines".
    private static readonly SearchValues<string> Ipv6 = SearchValues.Create(["ipv6"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the reply says that the network of the address is listed, not the address alone.</summary>
    public static bool IsNetworkListing(ReadOnlySpan<byte> reply) => Contains(reply, NetworkListing);

    /// <summary>Whether the reply speaks of IPv6.</summary>
    public static bool NamesIpv6(ReadOnlySpan<byte> reply) => Contains(reply, Ipv6);

    private static bool Contains(ReadOnlySpan<byte> reply, SearchValues<string> words)
    {
        Span<char> text = stackalloc char[1024];
        var length = Encoding.Latin1.GetChars(reply[..Math.Min(reply.Length, text.Length)], text);
        return text[..length].ContainsAny(words);
    }
}
