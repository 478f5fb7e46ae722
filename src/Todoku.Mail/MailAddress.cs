namespace Todoku.Mail;

/// <summary>Cuts addresses as logs hold them, without judging whether they are valid.</summary>
public static class MailAddress
{
    /// <summary>The domain: what follows the last @, lower-casing left to the caller; empty when there is no @.</summary>
    public static ReadOnlySpan<byte> DomainOf(ReadOnlySpan<byte> address)
    {
        var at = address.LastIndexOf((byte)'@');
        return at < 0 ? [] : address[(at + 1)..];
    }

    /// <summary>The local part: what stands before the last @, or all when there is none.</summary>
    public static ReadOnlySpan<byte> LocalPartOf(ReadOnlySpan<byte> address)
    {
        var at = address.LastIndexOf((byte)'@');
        return at < 0 ? address : address[..at];
    }
}
