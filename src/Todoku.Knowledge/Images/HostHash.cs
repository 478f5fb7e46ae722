namespace Todoku.Knowledge.Images;

/// <summary>
/// FNV-1a over a host name from its end to its start, in lower case, so that the hashes of all suffixes fall out of one pass.
/// </summary>
internal static class HostHash
{
    /// <summary>The hash of nothing.</summary>
    public const uint Start = 2166136261;

    /// <summary>The hash with one more byte to the left.</summary>
    public static uint Add(uint hash, byte lower) => (hash ^ lower) * 16777619;

    /// <summary>A letter's lower case; other bytes as they are.</summary>
    public static byte Lower(byte b) => (uint)(b - 'A') <= 'Z' - 'A' ? (byte)(b | 0x20) : b;

    /// <summary>The hash of a whole name.</summary>
    public static uint Of(ReadOnlySpan<byte> name)
    {
        var hash = Start;
        for (var i = name.Length - 1; i >= 0; i--) hash = Add(hash, Lower(name[i]));
        return hash;
    }
}
