namespace Todoku.Logs.Dialects;

/// <summary>The scope in which queue ids are told apart: host and instance.</summary>
internal static class QueueScope
{
    /// <summary>The instance that signers and filters, whose lines don't name one, are taken to work for.</summary>
    public static ReadOnlySpan<byte> DefaultInstance => "postfix"u8;

    /// <summary>The hash of a scope; an empty instance is the default one.</summary>
    public static ulong Of(ReadOnlySpan<byte> host, ReadOnlySpan<byte> instance) =>
        Hash64.Of(instance.IsEmpty ? DefaultInstance : instance, Hash64.Of(host, 1));
}
