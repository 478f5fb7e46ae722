using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Todoku.Smtp.Client.Authentication;

/// <summary>The client's part of SCRAM-SHA-256 without channel binding (RFC 5802, RFC 7677): the password is proven and not sent, and the server proves that it knows it.</summary>
internal sealed class ScramClient
{
    // RFC 7677, section 4, asks for 4096 at least. More than the upper limit is an attempt to keep this machine busy.
    private const int MinIterations = 4096;
    private const int MaxIterations = 1_000_000;
    private const int MaxMessage = 4096;

    private readonly string _password;
    private readonly string _nonce;
    private readonly string _first;
    private byte[] _serverSignature = [];

    /// <summary>Starts an exchange.</summary>
    /// <param name="credentials">User name and password, taken as UTF-8.</param>
    /// <param name="nonce">Printable ASCII without a comma, new for each exchange.</param>
    public ScramClient(SmtpCredentials credentials, string nonce)
    {
        _password = credentials.Password;
        _nonce = nonce;
        var name = credentials.User.Replace("=", "=3D", StringComparison.Ordinal).Replace(",", "=2C", StringComparison.Ordinal);
        _first = $"n={name},r={nonce}";
    }

    /// <summary>The first message.</summary>
    public string First => $"n,,{_first}";

    /// <summary>Answers the server's challenge; null when it is not acceptable.</summary>
    public string? Answer(ReadOnlySpan<byte> challenge)
    {
        if (challenge.Length > MaxMessage) return null;
        var text = Encoding.UTF8.GetString(challenge);
        var parts = text.Split(',');
        if (parts.Length < 3 || !parts[0].StartsWith("r=", StringComparison.Ordinal) || !parts[1].StartsWith("s=", StringComparison.Ordinal)) return null;
        var nonce = parts[0][2..];
        if (nonce.Length <= _nonce.Length || !nonce.StartsWith(_nonce, StringComparison.Ordinal)) return null;
        if (!parts[2].StartsWith("i=", StringComparison.Ordinal)
            || !int.TryParse(parts[2].AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var iterations) || iterations is < MinIterations or > MaxIterations) return null;
        var salt = new byte[MaxMessage];
        if (!Convert.TryFromBase64String(parts[1][2..], salt, out var saltLength) || saltLength == 0) return null;
        // "biws" is "n,," in Base64.
        var final = $"c=biws,r={nonce}";
        var signed = Encoding.UTF8.GetBytes($"{_first},{text},{final}");
        var salted = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(_password), salt.AsSpan(0, saltLength), iterations, HashAlgorithmName.SHA256, 32);
        var proof = HMACSHA256.HashData(salted, "Client Key"u8);
        var signature = HMACSHA256.HashData(SHA256.HashData(proof), signed);
        for (var i = 0; i < proof.Length; i++) proof[i] ^= signature[i];
        _serverSignature = HMACSHA256.HashData(HMACSHA256.HashData(salted, "Server Key"u8), signed);
        return $"{final},p={Convert.ToBase64String(proof)}";
    }

    /// <summary>Whether the server's last message proves that it knows the password.</summary>
    public bool IsAuthentic(ReadOnlySpan<byte> final)
    {
        if (_serverSignature.Length == 0 || final.Length > MaxMessage || !final.StartsWith("v="u8)) return false;
        var text = Encoding.UTF8.GetString(final[2..]);
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        var claimed = new byte[64];
        return Convert.TryFromBase64String(comma < 0 ? text : text[..comma], claimed, out var length)
            && CryptographicOperations.FixedTimeEquals(claimed.AsSpan(0, length), _serverSignature);
    }
}
