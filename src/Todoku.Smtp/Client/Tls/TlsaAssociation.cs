namespace Todoku.Smtp.Client.Tls;

/// <summary>The content of one TLSA record (RFC 6698, section 2.1).</summary>
/// <param name="Usage">2: an authority; 3: the server's own certificate. 0 and 1 are not for SMTP (RFC 7672, section 3.1.3).</param>
/// <param name="Selector">0: the whole certificate; 1: its public key.</param>
/// <param name="MatchingType">0: the octets themselves; 1: SHA-256; 2: SHA-512.</param>
/// <param name="Data">What the selected part, or its digest, has to be.</param>
public sealed record TlsaAssociation(byte Usage, byte Selector, byte MatchingType, ReadOnlyMemory<byte> Data)
{
    /// <summary>Whether SMTP can use it; digests need the right length.</summary>
    public bool IsUsable => this is { Usage: 2 or 3, Selector: 0 or 1 } && MatchingType switch
    {
        0 => !Data.IsEmpty,
        1 => Data.Length == 32,
        2 => Data.Length == 64,
        _ => false,
    };
}
