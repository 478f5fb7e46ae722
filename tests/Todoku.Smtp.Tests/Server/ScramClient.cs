using System.Security.Cryptography;
using System.Text;

namespace Todoku.Smtp.Tests.Server;

/// <summary>The client's side of SCRAM-SHA-256, written from RFC 5802.</summary>
internal static class ScramClient
{
    public static (string Final, string Signature) Answer(string gs2, string firstBare, string serverFirst, string password)
    {
        var parts = serverFirst.Split(',');
        var salted = Rfc2898DeriveBytes.Pbkdf2(password, Convert.FromBase64String(parts[1][2..]), int.Parse(parts[2][2..]), HashAlgorithmName.SHA256, 32);
        var clientKey = HMACSHA256.HashData(salted, "Client Key"u8);
        var withoutProof = $"c={Convert.ToBase64String(Encoding.UTF8.GetBytes(gs2))},{parts[0]}";
        var message = Encoding.UTF8.GetBytes($"{firstBare},{serverFirst},{withoutProof}");
        var signature = HMACSHA256.HashData(SHA256.HashData(clientKey), message);
        var proof = clientKey.Zip(signature, (a, b) => (byte)(a ^ b)).ToArray();
        return ($"{withoutProof},p={Convert.ToBase64String(proof)}", $"v={Convert.ToBase64String(HMACSHA256.HashData(HMACSHA256.HashData(salted, "Server Key"u8), message))}");
    }
}
