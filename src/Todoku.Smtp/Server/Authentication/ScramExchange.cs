using System.Security.Cryptography;
using System.Text;

namespace Todoku.Smtp.Server.Authentication;

/// <summary>The server's side of one SCRAM-SHA-256 exchange without channel binding (RFC 5802, RFC 7677).</summary>
internal sealed class ScramExchange
{
    private readonly string _gs2;
    private readonly string _firstBare;
    private readonly string _clientNonce;
    private string _serverFirst = "";
    private string _nonce = "";

    private ScramExchange(string gs2, string firstBare, string user, string clientNonce) => (_gs2, _firstBare, User, _clientNonce) = (gs2, firstBare, user, clientNonce);

    /// <summary>The user that the client says it is.</summary>
    public string User { get; }

    /// <summary>Reads the client's first message: <c>n,,n=user,r=nonce</c>. Null when it is none.</summary>
    public static ScramExchange? Begin(string first)
    {
        // gs2-header: "n" or "y" (no channel binding), then an optional identity to act for, which must be the user.
        if (!first.StartsWith("n,", StringComparison.Ordinal) && !first.StartsWith("y,", StringComparison.Ordinal)) return null;
        var end = first.IndexOf(',', 2);
        if (end < 0) return null;
        var actsFor = first[2..end];
        var bare = first[(end + 1)..];
        var parts = bare.Split(',');
        if (parts.Length < 2 || !parts[0].StartsWith("n=", StringComparison.Ordinal) || !parts[1].StartsWith("r=", StringComparison.Ordinal)) return null;
        if (SaslName(parts[0][2..]) is not { } user || parts[1].Length < 3 || parts[1].AsSpan(2).ContainsAnyExceptInRange('!', '~')) return null;
        if (actsFor.Length > 0 && (!actsFor.StartsWith("a=", StringComparison.Ordinal) || SaslName(actsFor[2..]) != user)) return null;
        return new ScramExchange(first[..(end + 1)], bare, user, parts[1][2..]);
    }

    /// <summary>The server's first message.</summary>
    public string Challenge(ScramCredential credential, string serverNonce)
    {
        _nonce = _clientNonce + serverNonce;
        return _serverFirst = $"r={_nonce},s={Convert.ToBase64String(credential.Salt)},i={credential.Iterations}";
    }

    /// <summary>Checks the client's final message.</summary>
    /// <returns>The server's final message, which proves to the client that the server knows the password too; null when the proof is wrong.</returns>
    public string? Finish(string final, ScramCredential credential)
    {
        var at = final.LastIndexOf(",p=", StringComparison.Ordinal);
        if (at < 0) return null;
        var withoutProof = final[..at];
        if (withoutProof != $"c={Convert.ToBase64String(Encoding.UTF8.GetBytes(_gs2))},r={_nonce}") return null;
        var proof = new byte[64];
        if (!Convert.TryFromBase64String(final[(at + 3)..], proof, out var length) || length != credential.StoredKey.Length) return null;
        var message = Encoding.UTF8.GetBytes($"{_firstBare},{_serverFirst},{withoutProof}");
        var key = HMACSHA256.HashData(credential.StoredKey, message);
        for (var i = 0; i < key.Length; i++) key[i] ^= proof[i];
        if (!CryptographicOperations.FixedTimeEquals(SHA256.HashData(key), credential.StoredKey)) return null;
        return $"v={Convert.ToBase64String(HMACSHA256.HashData(credential.ServerKey, message))}";
    }

    // saslname: "," is =2C and "=" is =3D.
    private static string? SaslName(string text)
    {
        var plain = text.Replace("=2C", ",", StringComparison.Ordinal).Replace("=3D", "\0", StringComparison.Ordinal);
        return plain.Contains('=', StringComparison.Ordinal) ? null : plain.Replace('\0', '=');
    }
}
