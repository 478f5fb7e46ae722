using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Todoku.Mail;
using Todoku.Smtp.Client.Outcomes;
using Todoku.Smtp.Client.Replies;
using Todoku.Smtp.Client.Wire;
using Todoku.Smtp.Transcripts;

namespace Todoku.Smtp.Client.Authentication;

/// <summary>AUTH (RFC 4954), with the best mechanism in common: SCRAM-SHA-256, then PLAIN, then LOGIN.</summary>
internal sealed class Authenticator(SmtpChannel channel, SmtpClientOptions options, SmtpCapabilities capabilities)
{
    private const int NonceOctets = 18;
    private const string Masked = $"AUTH {Transcript.Mask}";

    /// <summary>Proves who we are; null when the server took it.</summary>
    public async Task<SmtpAttemptOutcome?> RunAsync(SmtpCredentials credentials, bool isEncrypted)
    {
        if (!isEncrypted && !credentials.AllowInClear) return Not(NotSentReason.PasswordInClear, "no TLS");
        if (capabilities.OffersMechanism("SCRAM-SHA-256")) return await ScramAsync(credentials).ConfigureAwait(false);
        if (capabilities.OffersMechanism("PLAIN")) return await PlainAsync(credentials).ConfigureAwait(false);
        if (capabilities.OffersMechanism("LOGIN")) return await LoginAsync(credentials).ConfigureAwait(false);
        return Not(NotSentReason.NoMechanism, capabilities.Mechanisms.Count == 0 ? "AUTH is not offered" : PrintableText.Of(string.Join(' ', capabilities.Mechanisms)));
    }

    // RFC 4616: authorization identity (none) NUL user NUL password.
    private async Task<SmtpAttemptOutcome?> PlainAsync(SmtpCredentials credentials)
    {
        var reply = await SayAsync("AUTH PLAIN ", Encoding.UTF8.GetBytes($"\0{credentials.User}\0{credentials.Password}")).ConfigureAwait(false);
        return Conclude(reply);
    }

    private async Task<SmtpAttemptOutcome?> LoginAsync(SmtpCredentials credentials)
    {
        channel.Output.Write("AUTH LOGIN\r\n");
        var reply = await channel.AskAsync(options.Timeouts.Authentication).ConfigureAwait(false);
        if (reply.Code != 334) return Conclude(reply);
        reply = await SayAsync("", Encoding.UTF8.GetBytes(credentials.User)).ConfigureAwait(false);
        if (reply.Code != 334) return Conclude(reply);
        return Conclude(await SayAsync("", Encoding.UTF8.GetBytes(credentials.Password)).ConfigureAwait(false));
    }

    private async Task<SmtpAttemptOutcome?> ScramAsync(SmtpCredentials credentials)
    {
        var scram = new ScramClient(credentials, Convert.ToBase64String(RandomNumberGenerator.GetBytes(NonceOctets)));
        var reply = await SayAsync("AUTH SCRAM-SHA-256 ", Encoding.UTF8.GetBytes(scram.First)).ConfigureAwait(false);
        if (reply.Code != 334) return Conclude(reply);
        if (Decode(reply) is not { } challenge || scram.Answer(challenge) is not { } answer) return await AbandonAsync("the challenge is not acceptable").ConfigureAwait(false);
        reply = await SayAsync("", Encoding.UTF8.GetBytes(answer)).ConfigureAwait(false);
        if (reply.Code != 334) return reply.IsPositive ? Not(NotSentReason.ServerNotAuthentic, "the server gave no proof") : Conclude(reply);
        if (Decode(reply) is not { } final || !scram.IsAuthentic(final)) return await AbandonAsync("the server's proof is wrong").ConfigureAwait(false);
        channel.Output.Write("\r\n");
        return Conclude(await channel.AskAsync(options.Timeouts.Authentication).ConfigureAwait(false));
    }

    // "*" ends an exchange (RFC 4954, section 4).
    private async Task<SmtpAttemptOutcome?> AbandonAsync(string detail)
    {
        channel.Output.Write("*\r\n");
        await channel.AskAsync(options.Timeouts.Authentication).ConfigureAwait(false);
        return Not(NotSentReason.ServerNotAuthentic, detail);
    }

    private async Task<ServerReply> SayAsync(string command, byte[] secret)
    {
        channel.Output.Write(command);
        channel.Output.Write(Convert.ToBase64String(secret));
        channel.Output.Write("\r\n");
        await channel.SendAsync(channel.Output.Octets, options.Timeouts.Authentication, Masked).ConfigureAwait(false);
        return await channel.ReadAsync(options.Timeouts.Authentication).ConfigureAwait(false);
    }

    private static byte[]? Decode(ServerReply reply)
    {
        var text = reply.Octets.Length > 4 ? reply.Octets.Span[4..].Trim((byte)' ') : default;
        var octets = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        return Base64.DecodeFromUtf8(text, octets, out var taken, out var length) == OperationStatus.Done && taken == text.Length ? octets[..length] : null;
    }

    private static SmtpAttemptOutcome.Refused? Conclude(ServerReply reply)
    {
        if (reply.IsPositive) return null;
        if (reply.IsIntermediate) throw new SmtpProtocolException($"a reply that AUTH has not: {PrintableText.Of(reply.Octets.Span)}");
        return new SmtpAttemptOutcome.Refused(SmtpStage.Auth, reply);
    }

    private static SmtpAttemptOutcome.NotSent Not(NotSentReason reason, string detail) => new(SmtpStage.Auth, reason, detail);
}
