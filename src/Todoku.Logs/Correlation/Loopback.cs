namespace Todoku.Logs.Correlation;

/// <summary>Tells loopback addresses in log text.</summary>
internal static class Loopback
{
    /// <summary>Whether an address text is one of this machine to itself.</summary>
    public static bool Is(ReadOnlySpan<byte> address) =>
        address.StartsWith("127."u8) || address.SequenceEqual("::1"u8) || address.SequenceEqual("localhost"u8);
}
