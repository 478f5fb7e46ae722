using System.Collections.Concurrent;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace Todoku.Authentication.Signatures;

/// <summary>A private key that messages are signed with.</summary>
public sealed class PrivateKey : IDisposable
{
    /// <summary>The fewest bits of an RSA key that signs (RFC 8301, section 3.2).</summary>
    public const int MinRsaBits = 1024;

    private const string RsaEncryption = "1.2.840.113549.1.1.1";
    private const string Ed25519Oid = "1.3.101.112";

    private readonly RSA? _rsa;

    // One value signs on one thread at a time. A thread that finds none free makes one more, so that several processors sign at once.
    private readonly ConcurrentStack<RSA> _free = new();
    private readonly byte[] _seed = [];

    private PrivateKey(RSA rsa)
    {
        _rsa = rsa;
        _free.Push(rsa);
    }

    private PrivateKey(byte[] seed) => _seed = seed;

    /// <summary>The algorithm that the key signs with.</summary>
    public SigningAlgorithm Algorithm => _rsa is null ? SigningAlgorithm.Ed25519Sha256 : SigningAlgorithm.RsaSha256;

    /// <summary>The length of the key in bits; 256 for Ed25519.</summary>
    public int Bits => _rsa?.KeySize ?? 256;

    /// <summary>Makes an RSA key.</summary>
    /// <param name="bits">1024 to 8192; 2048 is the usual length.</param>
    public static PrivateKey CreateRsa(int bits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bits, MinRsaBits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bits, PublicKey.MaxRsaBits);
        return new PrivateKey(RSA.Create(bits));
    }

    /// <summary>Makes an Ed25519 key.</summary>
    public static PrivateKey CreateEd25519() => new(RandomNumberGenerator.GetBytes(Ed25519.SecretKeySize));

    /// <summary>
    /// Reads a key: PEM (PKCS#8 for both kinds, PKCS#1 for RSA), or 32 octets in base64, as programs for Ed25519 write them.
    /// </summary>
    /// <param name="text">What the key file holds.</param>
    /// <param name="error">Why it can't be used.</param>
    /// <returns>Null when it can't be used.</returns>
    public static PrivateKey? Read(string text, out PrivateKeyError error)
    {
        error = PrivateKeyError.Unreadable;
        var key = ReadAny(text, ref error);
        if (key is null || key.Algorithm != SigningAlgorithm.RsaSha256 || key.Bits >= MinRsaBits) return key;
        error = PrivateKeyError.TooShort;
        key.Dispose();
        return null;
    }

    /// <summary>The key as PEM, PKCS#8.</summary>
    public string ToPem()
    {
        if (_rsa is not null) return _rsa.ExportPkcs8PrivateKeyPem() + "\n";
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(0);
            using (writer.PushSequence()) writer.WriteObjectIdentifier(Ed25519Oid);
            var inner = new AsnWriter(AsnEncodingRules.DER);
            inner.WriteOctetString(_seed);
            writer.WriteOctetString(inner.Encode());
        }
        return PemEncoding.WriteString("PRIVATE KEY", writer.Encode()) + "\n";
    }

    /// <summary>The public key as the tag <c>p=</c> of its record holds it: a SubjectPublicKeyInfo, or the 32 octets of Ed25519.</summary>
    public byte[] PublicKeyOctets()
    {
        if (_rsa is not null) return _rsa.ExportSubjectPublicKeyInfo();
        var key = new byte[Ed25519.PublicKeySize];
        Ed25519.GeneratePublicKey(_seed, 0, key, 0);
        return key;
    }

    /// <summary>Signs a SHA-256.</summary>
    public byte[] Sign(byte[] hash)
    {
        ArgumentNullException.ThrowIfNull(hash);
        if (_rsa is not null)
        {
            if (!_free.TryPop(out var rsa)) rsa = Copy(_rsa);
            var signed = rsa.SignHash(hash, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            _free.Push(rsa);
            return signed;
        }
        var signature = new byte[Ed25519.SignatureSize];
        Ed25519.Sign(_seed, 0, hash, 0, hash.Length, signature, 0);
        return signature;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_seed);
        foreach (var copy in _free) copy.Dispose();
        _rsa?.Dispose();
    }

    private static RSA Copy(RSA rsa)
    {
        var octets = rsa.ExportRSAPrivateKey();
        var copy = RSA.Create();
        copy.ImportRSAPrivateKey(octets, out _);
        CryptographicOperations.ZeroMemory(octets);
        return copy;
    }

    private static PrivateKey? ReadAny(string text, ref PrivateKeyError error)
    {
        try
        {
            if (!PemEncoding.TryFind(text, out var fields)) return ReadSeed(Encoding.UTF8.GetBytes(text));
            var label = text[fields.Label];
            var der = Convert.FromBase64String(text[fields.Base64Data]);
            if (label == "ENCRYPTED PRIVATE KEY" || text.Contains("ENCRYPTED", StringComparison.Ordinal))
            {
                error = PrivateKeyError.Encrypted;
                return null;
            }
            if (label is "PUBLIC KEY" or "RSA PUBLIC KEY" or "CERTIFICATE")
            {
                error = PrivateKeyError.NotPrivate;
                return null;
            }
            if (label == "RSA PRIVATE KEY") return ImportRsa(rsa => rsa.ImportRSAPrivateKey(der, out _));
            return label == "PRIVATE KEY" ? ReadPkcs8(der, ref error) : null;
        }
        catch (Exception broken) when (broken is CryptographicException or AsnContentException or FormatException)
        {
            return null;
        }
    }

    private static PrivateKey? ReadPkcs8(byte[] der, ref PrivateKeyError error)
    {
        var key = new AsnReader(der, AsnEncodingRules.BER).ReadSequence();
        key.ReadInteger();
        var algorithm = key.ReadSequence().ReadObjectIdentifier();
        if (algorithm == RsaEncryption) return ImportRsa(rsa => rsa.ImportPkcs8PrivateKey(der, out _));
        if (algorithm != Ed25519Oid)
        {
            error = PrivateKeyError.OtherAlgorithm;
            return null;
        }
        var seed = new AsnReader(key.ReadOctetString(), AsnEncodingRules.BER).ReadOctetString();
        return seed.Length == Ed25519.SecretKeySize ? new PrivateKey(seed) : null;
    }

    private static PrivateKey? ReadSeed(byte[] text)
    {
        var seed = TagLists.TagValue.Base64(text);
        return seed?.Length == Ed25519.SecretKeySize ? new PrivateKey(seed) : null;
    }

    private static PrivateKey ImportRsa(Action<RSA> import)
    {
        var rsa = RSA.Create();
        try
        {
            import(rsa);
            return new PrivateKey(rsa);
        }
        catch
        {
            rsa.Dispose();
            throw;
        }
    }
}
