using System.Text;
using Todoku.Authentication.Signatures;

namespace Todoku.Authentication.Dkim;

/// <summary>Writes the record that publishes a key (RFC 6376, section 3.6.1).</summary>
public static class DkimKeyText
{
    private const int MaxString = 255;

    /// <summary>The value of the record, in one piece.</summary>
    public static string Value(PrivateKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var type = key.Algorithm == SigningAlgorithm.RsaSha256 ? "rsa" : "ed25519";
        return $"v=DKIM1; k={type}; p={Convert.ToBase64String(key.PublicKeyOctets())}";
    }

    /// <summary>The record as a zone file has it: strings of at most 255 octets, in parentheses when there are several.</summary>
    public static string ZoneLine(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var strings = value.Chunk(MaxString).Select(part => $"\"{new string(part)}\"").ToArray();
        if (strings.Length == 1) return $"{name}. IN TXT {strings[0]}";
        var text = new StringBuilder($"{name}. IN TXT (");
        foreach (var part in strings) text.Append("\n    ").Append(part);
        return text.Append(" )").ToString();
    }
}
