using System.Net;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Todoku.Authentication.Dkim;
using Todoku.Authentication.Signatures;
using Todoku.Dns.Zones;
using Todoku.Mail;
using Todoku.Mail.Messages;
using Todoku.Relay.Intake;
using Todoku.Relay.Policy;
using Todoku.Relay.Policy.Signing;
using Todoku.Smtp.Envelopes;

namespace Todoku.Relay.Tests.Policy;

/// <summary>A policy with keys for example.com (RSA and Ed25519) and example.jp (RSA), and messages that go through it.</summary>
internal sealed class PolicyBench
{
    public const string Received = "Received: from web ([192.0.2.7])\r\n\tby relay.example.net with ESMTP id 1;\r\n\tTue, 24 Nov 2026 12:00:00 +0900\r\n";

    public static readonly PrivateKey Rsa = PrivateKey.CreateRsa(2048);
    public static readonly PrivateKey Ed25519 = PrivateKey.CreateEd25519();

    public PolicyBench()
    {
        Files.Put("rsa", Rsa.ToPem());
        Files.Put("ed", Ed25519.ToPem());
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 3, 0, 0, TimeSpan.Zero));

    public MemoryKeyFiles Files { get; } = new();

    public MessagePolicyOptions Options { get; set; } = new() { HostName = "relay.example.net", HostNames = ["web01"] };

    public SigningOptions Signing { get; set; } = new()
    {
        Rules =
        [
            new SigningRule { AuthorDomains = [DomainName.Parse("example.com")], Selector = "rsa", KeyFile = "rsa" },
            new SigningRule { AuthorDomains = [DomainName.Parse("example.com")], Selector = "ed", KeyFile = "ed" },
            new SigningRule { AuthorDomains = [DomainName.Parse("example.jp")], Selector = "rsa", KeyFile = "rsa" },
        ],
    };

    public static Mailbox Address(string text) => MailboxParser.TryParse(Encoding.UTF8.GetBytes(text), out var mailbox) ? mailbox! : throw new FormatException(text);

    public static Submission From(string? sender, MailParameters? parameters = null, string submitter = "shop", bool isLocal = false) => new()
    {
        SubmitterKind = SubmitterKind.Authenticated,
        Submitter = submitter,
        ClientAddress = IPAddress.Parse("192.0.2.7"),
        Sender = sender is null ? null : Address(sender),
        Parameters = parameters ?? MailParameters.None,
        Recipients = [new EnvelopeRecipient(Address("hanako@example.org"), RecipientParameters.None, isLocal)],
        ReceivedAt = new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.FromHours(9)),
    };

    public MessagePolicy Policy() => new(Options, new SigningKeys(Signing, Files, Time), Time);

    /// <summary>Prepares a message; its parts are shown in pieces of a given length.</summary>
    public PolicyRun Run(string message, Submission? submission = null, int piece = int.MaxValue, MessagePolicy? policy = null) =>
        Run(Encoding.Latin1.GetBytes(message), submission, piece, policy);

    public PolicyRun Run(byte[] octets, Submission? submission = null, int piece = int.MaxValue, MessagePolicy? policy = null)
    {
        var end = octets.AsSpan().StartsWith("\r\n"u8) ? 2 : octets.AsSpan().IndexOf("\r\n\r\n"u8) is >= 0 and var at ? at + 4 : octets.Length;
        using var preparation = (policy ?? Policy()).Begin(submission ?? From("aiko@example.com"), octets.AsMemory(0, end), Received);
        if (preparation.Refusal is { } refusal) return new PolicyRun(refusal, null, []);
        for (var from = end; from < octets.Length; from += Math.Min(piece, octets.Length - from)) preparation.Append(octets.AsSpan(from, Math.Min(piece, octets.Length - from)));
        var prepared = preparation.Finish();
        return new PolicyRun(null, prepared, [.. prepared.Prefix.Span, .. preparation.Header.Span, .. octets.AsSpan(end)]);
    }

    /// <summary>What our own verifier says of each signature.</summary>
    public async Task<DkimVerification> VerifyAsync(byte[] sent)
    {
        var zone = string.Join('\n', new[]
        {
            ("rsa._domainkey.example.com", Rsa), ("ed._domainkey.example.com", Ed25519), ("rsa._domainkey.example.jp", Rsa), ("rsa._domainkey.relay.example.net", Rsa),
        }.Select(key => DkimKeyText.ZoneLine(key.Item1, DkimKeyText.Value(key.Item2))));
        return await new DkimVerifier(new KeyStore(new ZoneResolver([ZoneFile.Parse("$TTL 60\n" + zone + "\n")], null))).VerifyAsync(MessageHeaders.Parse(sent), Time.GetUtcNow(), CancellationToken.None);
    }
}
