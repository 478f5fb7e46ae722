using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace Todoku.Authentication.Signatures;

/// <summary>A public key that signatures are verified with.</summary>
internal sealed class PublicKey
{
    /// <summary>The fewest bits of an RSA key that is believed (RFC 8301, section 3.2).</summary>
    public const int MinRsaBits = 1024;

    /// <summary>The most bits of an RSA key that is used; verifiers need not go over 4096 (RFC 8301, section 3.2).</summary>
    public const int MaxRsaBits = 8192;

    private const string RsaEncryption = "1.2.840.113549.1.1.1";
    private const int MaxExponentBits = 64;

    private readonly Lock _lock = new();
    private readonly RSA? _rsa;
    private readonly byte[] _ed25519 = [];

    private PublicKey(RSA rsa, int bits)
    {
        _rsa = rsa;
        Bits = bits;
        Parameters = rsa.ExportParameters(false);
    }

    private PublicKey(byte[] ed25519)
    {
        _ed25519 = ed25519;
        Bits = ed25519.Length * 8;
    }

    /// <summary>The length of the modulus, or 256 for Ed25519.</summary>
    public int Bits { get; }

    /// <summary>Modulus and exponent of an RSA key.</summary>
    public RSAParameters Parameters { get; }

    /// <summary>Whether it is an RSA key.</summary>
    public bool IsRsa => _rsa is not null;

    /// <summary>Whether the other is the same key, however it was written.</summary>
    public bool IsSame(PublicKey other) => IsRsa == other.IsRsa
        && (IsRsa
            ? Parameters.Modulus.AsSpan().SequenceEqual(other.Parameters.Modulus) && Parameters.Exponent.AsSpan().SequenceEqual(other.Parameters.Exponent)
            : _ed25519.AsSpan().SequenceEqual(other._ed25519));

    /// <summary>Reads an RSA key as a SubjectPublicKeyInfo or as a bare RSAPublicKey: both are in use (RFC 6376, section 3.6.1).</summary>
    /// <param name="der">The key.</param>
    /// <param name="bits">The length of its modulus, also when it is too short or too long; 0 when it can't be read.</param>
    /// <returns>Null when it can't be read, or has fewer or more bits than are used.</returns>
    public static PublicKey? ReadRsa(ReadOnlyMemory<byte> der, out int bits)
    {
        bits = 0;
        try
        {
            var (modulus, exponent) = ReadModulus(der);
            if (modulus.Sign <= 0 || modulus.IsEven || exponent.IsEven || exponent <= BigInteger.One || exponent.GetBitLength() > MaxExponentBits) return null;
            bits = (int)Math.Min(int.MaxValue, modulus.GetBitLength());
            if (bits is < MinRsaBits or > MaxRsaBits) return null;
            var rsa = RSA.Create(new RSAParameters { Modulus = Unsigned(modulus), Exponent = Unsigned(exponent) });
            return new PublicKey(rsa, bits);
        }
        catch (Exception error) when (error is AsnContentException or CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Reads an Ed25519 key: 32 octets (RFC 8463, section 4). Null when they are no key.</summary>
    public static PublicKey? ReadEd25519(byte[] key) =>
        key.Length == Ed25519.PublicKeySize && Ed25519.ValidatePublicKeyPartial(key, 0) ? new PublicKey(key) : null;

    /// <summary>Whether a signature over a SHA-256 is this key's.</summary>
    public bool Verify(byte[] hash, byte[] signature)
    {
        if (_rsa is null) return signature.Length == Ed25519.SignatureSize && Ed25519.Verify(signature, 0, _ed25519, 0, hash, 0, hash.Length);
        try
        {
            lock (_lock) return _rsa.VerifyHash(hash, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static (BigInteger Modulus, BigInteger Exponent) ReadModulus(ReadOnlyMemory<byte> der)
    {
        var outer = new AsnReader(der, AsnEncodingRules.BER);
        var key = outer.ReadSequence();
        outer.ThrowIfNotEmpty();
        if (key.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence))
        {
            var algorithm = key.ReadSequence();
            if (algorithm.ReadObjectIdentifier() != RsaEncryption) throw new AsnContentException();
            var bits = key.ReadBitString(out var unused);
            key.ThrowIfNotEmpty();
            if (unused != 0) throw new AsnContentException();
            var inner = new AsnReader(bits, AsnEncodingRules.BER);
            key = inner.ReadSequence();
            inner.ThrowIfNotEmpty();
        }
        var modulus = key.ReadInteger();
        var exponent = key.ReadInteger();
        key.ThrowIfNotEmpty();
        return (modulus, exponent);
    }

    private static byte[] Unsigned(BigInteger number) => number.ToByteArray(isUnsigned: true, isBigEndian: true);
}
