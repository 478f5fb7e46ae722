using System.Diagnostics.CodeAnalysis;
using Todoku.Mail;

namespace Todoku.Dns.Updates;

/// <summary>A key that updates are signed with (TSIG, RFC 8945), with HMAC-SHA256, which every server must know (section 6).</summary>
public sealed class TsigKey
{
    /// <summary>The name of the algorithm in messages and in files of keys.</summary>
    public const string Algorithm = "hmac-sha256";

    private const int MaxFile = 4096;
    private static readonly char[] Marks = ['{', '}', ';', '"', ' ', '\t', '\r', '\n'];

    private TsigKey(DomainName name, byte[] secret) => (Name, Secret) = (name, secret);

    /// <summary>The name that the server knows it by.</summary>
    public DomainName Name { get; }

    /// <summary>The secret.</summary>
    internal byte[] Secret { get; }

    /// <summary>
    /// Reads a key as tsig-keygen (BIND) and keymgr (Knot) write it: <c>key "name" { algorithm hmac-sha256; secret "..."; };</c>, or on one line as
    /// nsupdate -y and kdig -y take it: <c>hmac-sha256:name:secret</c>.
    /// </summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out TsigKey? key)
    {
        ArgumentNullException.ThrowIfNull(text);
        key = null;
        if (text.Length > MaxFile) return false;
        if (text.Trim().Split(':') is [var algorithm, var label, var line]) return TryMake(algorithm, label, line, out key);
        string? name = null, kind = null, secret = null;
        var words = text.Split(Marks, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i + 1 < words.Length; i++)
        {
            if (words[i] == "key") name ??= words[++i];
            else if (words[i] == "algorithm") kind ??= words[++i];
            else if (words[i] == "secret") secret ??= words[++i];
        }
        return name is not null && kind is not null && secret is not null && TryMake(kind, name, secret, out key);
    }

    /// <summary>The name alone.</summary>
    public override string ToString() => Name.ToString();

    private static bool TryMake(string algorithm, string name, string secret, [NotNullWhen(true)] out TsigKey? key)
    {
        key = null;
        var octets = new byte[secret.Length];
        if (!algorithm.Equals(Algorithm, StringComparison.OrdinalIgnoreCase) || !DomainName.TryParse(name, out var label) || label.IsRoot) return false;
        if (!Convert.TryFromBase64String(secret, octets, out var length) || length == 0) return false;
        key = new TsigKey(label, octets[..length]);
        return true;
    }
}
