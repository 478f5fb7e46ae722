using System.Formats.Asn1;
using System.Numerics;

namespace Todoku.Diagnosis.Tests.Checks.Dkim;

/// <summary>Public keys of a given length, the same in each run. Nobody has their other half.</summary>
internal static class TestKeys
{
    /// <summary>An Ed25519 public key (RFC 8463, appendix A.2).</summary>
    public const string Ed25519 = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

    /// <summary>An RSA public key in base64.</summary>
    public static string Rsa(int bits)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("1.2.840.113549.1.1.1");
                writer.WriteNull();
            }
            var key = new AsnWriter(AsnEncodingRules.DER);
            using (key.PushSequence())
            {
                key.WriteInteger(BigInteger.Pow(2, bits) - 0x1235);
                key.WriteInteger(65537);
            }
            writer.WriteBitString(key.Encode());
        }
        return Convert.ToBase64String(writer.Encode());
    }

    /// <summary>A key record.</summary>
    public static string Record(int bits = 2048, string tags = "") => $"v=DKIM1; k=rsa; {tags}p={Rsa(bits)}";

    /// <summary>A text as the strings of a TXT record in a zone file.</summary>
    public static string Strings(string text) =>
        string.Join(' ', text.Chunk(255).Select(part => $"\"{new string(part).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""));
}
