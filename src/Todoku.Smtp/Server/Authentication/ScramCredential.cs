using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Todoku.Smtp.Server.Authentication;

/// <summary>
/// What is stored of a password: enough to check SCRAM-SHA-256, PLAIN and LOGIN, not enough to log in with (RFC 5802, section 3; RFC 7677). Written as
/// RFC 5803 has it: <c>SCRAM-SHA-256$iterations:salt$StoredKey:ServerKey</c>.
/// </summary>
/// <remarks>Passwords are taken as UTF-8 octets. SASLprep is not applied: it changes nothing in ASCII, and clients disagree beyond it.</remarks>
public sealed class ScramCredential
{
    /// <summary>The rounds of PBKDF2 for new passwords: about 5 ms. RFC 7677 asks for 4,096 at least; web programs log in for every message.</summary>
    public const int DefaultIterations = 16_384;

    private const int KeyLength = 32;
    private const int MaxIterations = 10_000_000;
    private const string Scheme = "SCRAM-SHA-256$";

    private readonly byte[] _salt;
    private readonly byte[] _storedKey;
    private readonly byte[] _serverKey;

    private ScramCredential(int iterations, byte[] salt, byte[] storedKey, byte[] serverKey) =>
        (Iterations, _salt, _storedKey, _serverKey) = (iterations, salt, storedKey, serverKey);

    /// <summary>The rounds of PBKDF2.</summary>
    public int Iterations { get; }

    /// <summary>The salt.</summary>
    public ReadOnlySpan<byte> Salt => _salt;

    internal ReadOnlySpan<byte> StoredKey => _storedKey;

    internal ReadOnlySpan<byte> ServerKey => _serverKey;

    /// <summary>Makes one for a new password, with a salt of its own.</summary>
    public static ScramCredential Create(string password) => Create(password, RandomNumberGenerator.GetBytes(16), DefaultIterations);

    /// <summary>Makes one for a password.</summary>
    public static ScramCredential Create(string password, ReadOnlySpan<byte> salt, int iterations)
    {
        ArgumentException.ThrowIfNullOrEmpty(password);
        ArgumentOutOfRangeException.ThrowIfLessThan(iterations, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(iterations, MaxIterations);
        var salted = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), salt, iterations, HashAlgorithmName.SHA256, KeyLength);
        var stored = SHA256.HashData(HMACSHA256.HashData(salted, "Client Key"u8));
        return new ScramCredential(iterations, salt.ToArray(), stored, HMACSHA256.HashData(salted, "Server Key"u8));
    }

    /// <summary>Reads the written form.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out ScramCredential? credential)
    {
        credential = null;
        if (!text.StartsWith(Scheme)) return false;
        Span<Range> halves = stackalloc Range[3];
        var rest = text[Scheme.Length..];
        if (rest.Split(halves, '$') != 2) return false;
        var how = rest[halves[0]];
        var keys = rest[halves[1]];
        var mark = how.IndexOf(':');
        if (mark < 0 || !int.TryParse(how[..mark], out var iterations) || iterations is < 1 or > MaxIterations) return false;
        var between = keys.IndexOf(':');
        if (between < 0 || Octets(how[(mark + 1)..]) is not { Length: > 0 } salt) return false;
        if (Octets(keys[..between]) is not { Length: KeyLength } stored || Octets(keys[(between + 1)..]) is not { Length: KeyLength } server) return false;
        credential = new ScramCredential(iterations, salt, stored, server);
        return true;
    }

    /// <summary>Whether this is the password.</summary>
    public bool Matches(string password) => !string.IsNullOrEmpty(password) && CryptographicOperations.FixedTimeEquals(Create(password, _salt, Iterations)._storedKey, _storedKey);

    /// <summary>One that no password matches, the same for the same user: who asks for an unknown user sees a salt like any other.</summary>
    internal static ScramCredential Decoy(string user, ReadOnlySpan<byte> secret)
    {
        var salt = HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(user));
        return new ScramCredential(DefaultIterations, salt[..16], RandomNumberGenerator.GetBytes(KeyLength), RandomNumberGenerator.GetBytes(KeyLength));
    }

    /// <summary>The form in which it is stored.</summary>
    public string Format() => $"{Scheme}{Iterations}:{Convert.ToBase64String(_salt)}${Convert.ToBase64String(_storedKey)}:{Convert.ToBase64String(_serverKey)}";

    /// <summary>Nothing secret: the scheme only.</summary>
    public override string ToString() => "SCRAM-SHA-256$...";

    private static byte[]? Octets(ReadOnlySpan<char> text)
    {
        var octets = new byte[text.Length];
        return Convert.TryFromBase64Chars(text, octets, out var length) ? octets[..length] : null;
    }
}
