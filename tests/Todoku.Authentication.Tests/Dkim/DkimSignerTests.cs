using System.Text;
using CsCheck;
using Todoku.Authentication.Dkim;
using Todoku.Authentication.Signatures;
using Todoku.Mail;

namespace Todoku.Authentication.Tests.Dkim;

public sealed class DkimSignerTests
{
    [Theory]
    [InlineData(Canonicalization.Simple, Canonicalization.Simple)]
    [InlineData(Canonicalization.Simple, Canonicalization.Relaxed)]
    [InlineData(Canonicalization.Relaxed, Canonicalization.Simple)]
    [InlineData(Canonicalization.Relaxed, Canonicalization.Relaxed)]
    public async Task What_is_signed_verifies_in_every_form_and_with_every_key(Canonicalization header, Canonicalization body)
    {
        foreach (var (key, selector) in new[] { (Mails.Rsa, "rsa"), (Mails.Ed25519, "ed") })
        {
            foreach (var message in new[] { Mails.Plain, "From: a@example.com\r\n\r\n", "From: a@example.com", "From: a@example.com\r\n\r\n\r\n\r\n", "From:\xe3\x81\r\n\r\nx\n\ry\0\r" })
            {
                var signed = Sign(message, key, Options(selector) with { HeaderCanonicalization = header, BodyCanonicalization = body });
                // Without the line end of its last field a message can't carry another.
                Assert.Equal(DkimResult.Pass, (await Mails.VerifyAsync(signed)).Result);
            }
        }
    }

    [Fact]
    public void Its_lines_are_short_and_From_is_listed_once_more()
    {
        var field = Sign(Mails.Plain, Mails.Rsa, Options("rsa") with { Oversign = true, Identity = "aiko@example.com", Lifetime = TimeSpan.FromDays(1) });

        Assert.All(field[..field.IndexOf("From: Aiko", StringComparison.Ordinal)].Split("\r\n"), line => Assert.InRange(line.Length, 0, 78));
        Assert.Contains("h=From:From:Reply-To:Subject:Subject:", field, StringComparison.Ordinal);
        Assert.Contains("t=1778895000; x=1778981400;", field, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_oversigned_can_t_be_added()
    {
        var signed = Sign(Mails.Plain, Mails.Rsa, Options("rsa") with { Oversign = true });

        Assert.Equal(DkimResult.Fail, (await Mails.VerifyAsync("Cc: x@example.org\r\n" + signed)).Result);
        Assert.Equal(DkimResult.Pass, (await Mails.VerifyAsync("X-Other: x\r\n" + signed)).Result);
    }

    [Fact]
    public void Does_not_sign_without_From() =>
        Assert.Throws<ArgumentException>(() => Sign(Mails.Plain, Mails.Rsa, Options("rsa") with { Headers = ["To"] }));

    [Fact]
    public async Task Any_message_that_is_signed_verifies_and_a_changed_one_does_not() => await Gen.Select(
        Gen.OneOf("a", " ", "\t", "\r\n", "\n", "\r", "\0", "é", ".", "  x").Array[0, 40], Gen.Int[0, 3], Gen.Int[0, 1000]).SampleAsync(async (parts, form, change) =>
    {
        var body = string.Concat(parts) + "end";
        var options = Options("rsa") with { HeaderCanonicalization = (Canonicalization)(form & 1), BodyCanonicalization = (Canonicalization)(form >> 1) };
        var signed = Sign($"From: a@example.com\r\n\r\n{body}\r\n", Mails.Rsa, options);
        var changed = new StringBuilder(signed);
        // A letter of the last word.
        changed[signed.Length - 3 - (change % 3)] = 'X';
        return (await Mails.VerifyAsync(signed)).Result == DkimResult.Pass && (await Mails.VerifyAsync(changed.ToString())).Result == DkimResult.Fail;
    }, iter: 300);

    [Fact]
    public async Task Damaged_messages_and_records_have_a_result_and_never_pass_by_chance() => await Gen.Select(Gen.Int[0, 20_000], Gen.Byte, Gen.Int[0, 2]).SampleAsync(
        async (at, octet, what) =>
        {
            var message = Encoding.Latin1.GetBytes(Mails.Sign(Mails.Tags));
            var record = Encoding.Latin1.GetBytes(Mails.RsaRecord);
            if (what == 0) message[at % message.Length] = octet;
            else if (what == 1) message = message[..(at % message.Length)];
            else record[at % record.Length] = octet;
            var zone = new KeyZone().Add("rsa._domainkey.example.com", Encoding.Latin1.GetString(record));
            var verification = await Mails.VerifyAsync(Encoding.Latin1.GetString(message), zone);
            foreach (var check in verification.Signatures) Authentication.Signatures.Evidence.SignatureEvidence.Find(verification.Message, check);
            return Enum.IsDefined(verification.Result);
        }, iter: 2000);

    [Theory]
    [InlineData("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n", PrivateKeyError.NotPrivate)]
    [InlineData("-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n", PrivateKeyError.Encrypted)]
    [InlineData("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", PrivateKeyError.Unreadable)]
    [InlineData("nonsense", PrivateKeyError.Unreadable)]
    [InlineData("", PrivateKeyError.Unreadable)]
    public void Says_why_a_key_can_t_be_used(string text, PrivateKeyError expected)
    {
        Assert.Null(PrivateKey.Read(text, out var error));
        Assert.Equal(expected, error);
    }

    [Fact]
    public void A_short_key_does_not_sign()
    {
        using var rsa = System.Security.Cryptography.RSA.Create(768);

        Assert.Null(PrivateKey.Read(rsa.ExportRSAPrivateKeyPem(), out var error));
        Assert.Equal(PrivateKeyError.TooShort, error);
    }

    [Fact]
    public void Keys_are_read_as_they_are_written()
    {
        Assert.Equal(Mails.RsaRecord, DkimKeyText.Value(PrivateKey.Read(Mails.Rsa.ToPem(), out _)!));
        Assert.Equal(Mails.Ed25519Record, DkimKeyText.Value(PrivateKey.Read(Mails.Ed25519.ToPem(), out _)!));
    }

    [Fact]
    public void A_long_record_is_cut_into_strings_of_255_octets()
    {
        using var key = PrivateKey.CreateRsa(2048);
        var line = DkimKeyText.ZoneLine("s._domainkey.example.com", DkimKeyText.Value(key));
        var strings = line.Split('"').Where((_, at) => at % 2 == 1).ToArray();

        Assert.Equal(2, strings.Length);
        Assert.Equal(255, strings[0].Length);
        Assert.Equal(DkimKeyText.Value(key), string.Concat(strings));
    }

    private static DkimSigningOptions Options(string selector) => new() { Domain = DomainName.Parse("example.com"), Selector = selector };

    private static string Sign(string message, PrivateKey key, DkimSigningOptions options) => new DkimSigner(key, options).Sign(Mails.Parse(message), Mails.Now) + message;
}
