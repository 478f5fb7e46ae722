namespace Todoku.Mail;

/// <summary>Tells a next hop that is this very host: a content filter, a signing proxy, a mailbox store.</summary>
public static class LoopbackHost
{
    /// <summary>Whether an address text is one of a machine to itself.</summary>
    public static bool IsAddress(ReadOnlySpan<byte> address) =>
        address.StartsWith("127."u8) || address.SequenceEqual("::1"u8) || address.SequenceEqual("localhost"u8);

    /// <summary>
    /// Whether a next hop is this host: its address is a loopback one (or not known) and its name is no other host's. A foreign name that leads
    /// to a loopback address is a test set-up, in which the name tells who is played.
    /// </summary>
    /// <param name="name">The next hop's name.</param>
    /// <param name="address">Its address; may be empty.</param>
    /// <param name="sender">The sending host as its log names it, often without its domain.</param>
    public static bool Is(ReadOnlySpan<byte> name, ReadOnlySpan<byte> address, ReadOnlySpan<byte> sender)
    {
        if (!address.IsEmpty && !IsAddress(address)) return false;
        return (name.IsEmpty && !address.IsEmpty) || IsAddress(name) || name.StartsWith("localhost."u8) || IsNameOf(name, sender);
    }

    private static bool IsNameOf(ReadOnlySpan<byte> name, ReadOnlySpan<byte> sender) =>
        !sender.IsEmpty && name.StartsWith(sender) && (name.Length == sender.Length || name[sender.Length] == '.');
}
