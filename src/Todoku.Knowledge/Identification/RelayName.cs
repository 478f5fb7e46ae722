namespace Todoku.Knowledge.Identification;

/// <summary>Makes a host name of what logs write for a relay.</summary>
internal static class RelayName
{
    /// <summary>
    /// The bare name: address, port and final dot are cut off. Empty when nothing is named: <c>none</c>, <c>unknown</c>, an IP
    /// address.
    /// </summary>
    public static ReadOnlySpan<byte> Clean(ReadOnlySpan<byte> host)
    {
        var end = host.IndexOfAny("[ ,"u8);
        if (end >= 0) host = host[..end];
        if (host.IndexOf((byte)':') is >= 0 and var colon) host = host[..colon];
        host = host.TrimEnd((byte)'.');
        return host.SequenceEqual("none"u8) || host.SequenceEqual("unknown"u8) || IsAddress(host) ? default : host;
    }

    // No host name ends in a label of digits alone (RFC 1123, section 2.1).
    private static bool IsAddress(ReadOnlySpan<byte> host) =>
        host.LastIndexOfAnyExceptInRange((byte)'0', (byte)'9') is var at && (at < 0 || (host[at] == '.' && at + 1 < host.Length));
}
