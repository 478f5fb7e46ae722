namespace Todoku.Relay.State;

/// <summary>One thing that the relay remembers beside its queue: a blocked path, a suppressed address, the TLS of a domain.</summary>
/// <param name="Kind">What kind of thing, a short word of the owner's (<c>block</c>, <c>suppression</c>, <c>tls</c>).</param>
/// <param name="Key">Its name within the kind, at most <see cref="MaxKeyLength"/> characters.</param>
/// <param name="Value">What is known of it, in a form that its owner can read again; at most <see cref="MaxValueLength"/> bytes.</param>
/// <param name="ExpiresAt">From when it may be forgotten; null for never.</param>
public sealed record StateRow(string Kind, string Key, ReadOnlyMemory<byte> Value, DateTimeOffset? ExpiresAt)
{
    /// <summary>Characters of a key.</summary>
    public const int MaxKeyLength = 512;

    /// <summary>Bytes of a value.</summary>
    public const int MaxValueLength = 16 * 1024;
}
