using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace Todoku.Smtp.Server.Authentication;

/// <summary>Asks a client for its user name and password by one mechanism.</summary>
/// <param name="authenticator">Knows the users.</param>
/// <param name="ask">Sends a challenge and gives the client's answer; null when there is none.</param>
internal sealed class SaslDialogue(ISmtpAuthenticator authenticator, Func<byte[], ValueTask<byte[]?>> ask)
{
    private const int MaxName = 255;

    private static readonly byte[] DecoySecret = RandomNumberGenerator.GetBytes(32);

    /// <summary>The mechanisms, strongest first, as EHLO names them.</summary>
    public static IReadOnlyList<string> Mechanisms { get; } = ["SCRAM-SHA-256", "PLAIN", "LOGIN"];

    /// <summary>Goes through the mechanism.</summary>
    /// <param name="mechanism">One of <see cref="Mechanisms"/>.</param>
    /// <param name="initial">What came with the command, or null.</param>
    /// <param name="cancellationToken">Ends the session.</param>
    public ValueTask<SaslOutcome> RunAsync(string mechanism, byte[]? initial, CancellationToken cancellationToken) => mechanism switch
    {
        "PLAIN" => PlainAsync(initial, cancellationToken),
        "LOGIN" => LoginAsync(initial, cancellationToken),
        _ => ScramAsync(initial, cancellationToken),
    };

    // RFC 4616: [authzid] NUL authcid NUL passwd. Nobody acts for another.
    private async ValueTask<SaslOutcome> PlainAsync(byte[]? initial, CancellationToken ct)
    {
        if ((initial ?? await ask([])) is not { } message) return new SaslOutcome.NoAnswer();
        if (!TryText(message, int.MaxValue, out var text) || text.Split('\0') is not [var actsFor, var user, var password]) return new SaslOutcome.Malformed();
        if (user.Length is 0 or > MaxName || password.Length == 0 || (actsFor.Length > 0 && actsFor != user)) return new SaslOutcome.Malformed();
        return await CheckAsync(user, password, ct);
    }

    private async ValueTask<SaslOutcome> LoginAsync(byte[]? initial, CancellationToken ct)
    {
        if ((initial ?? await ask("Username:"u8.ToArray())) is not { } name) return new SaslOutcome.NoAnswer();
        if (!TryText(name, MaxName, out var user)) return new SaslOutcome.Malformed();
        if (await ask("Password:"u8.ToArray()) is not { } secret) return new SaslOutcome.NoAnswer();
        return TryText(secret, int.MaxValue, out var password) ? await CheckAsync(user, password, ct) : new SaslOutcome.Malformed();
    }

    private async ValueTask<SaslOutcome> ScramAsync(byte[]? initial, CancellationToken ct)
    {
        if ((initial ?? await ask([])) is not { } first) return new SaslOutcome.NoAnswer();
        if (!TryText(first, 1024, out var text) || ScramExchange.Begin(text) is not { User.Length: > 0 and <= MaxName } exchange) return new SaslOutcome.Malformed();
        var credential = await authenticator.FindAsync(exchange.User, ct) ?? ScramCredential.Decoy(exchange.User, DecoySecret);
        var challenge = exchange.Challenge(credential, Convert.ToBase64String(RandomNumberGenerator.GetBytes(18)));
        if (await ask(Encoding.UTF8.GetBytes(challenge)) is not { } final) return new SaslOutcome.NoAnswer();
        if (!TryText(final, 2048, out var proof)) return new SaslOutcome.Malformed();
        if (exchange.Finish(proof, credential) is not { } signature) return new SaslOutcome.WrongPassword();
        // SMTP's 235 carries no data: the signature is one more challenge, and its answer is empty (RFC 4954, section 4).
        return await ask(Encoding.UTF8.GetBytes(signature)) is { Length: 0 } ? new SaslOutcome.Success(exchange.User) : new SaslOutcome.NoAnswer();
    }

    private async ValueTask<SaslOutcome> CheckAsync(string user, string password, CancellationToken ct)
    {
        // The work is done for an unknown user too: the time must not tell.
        var credential = await authenticator.FindAsync(user, ct) ?? ScramCredential.Decoy(user, DecoySecret);
        return credential.Matches(password) ? new SaslOutcome.Success(user) : new SaslOutcome.WrongPassword();
    }

    private static bool TryText(byte[] octets, int maxLength, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (octets.Length == 0 || octets.Length > maxLength || !Utf8.IsValid(octets)) return false;
        text = Encoding.UTF8.GetString(octets);
        return true;
    }
}
