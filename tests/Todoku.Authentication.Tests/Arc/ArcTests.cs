using System.Text;
using CsCheck;
using Todoku.Authentication.Arc;
using Todoku.Authentication.Signatures;
using Todoku.Authentication.Tests.Dkim;
using Todoku.Dns;
using Todoku.Mail;

namespace Todoku.Authentication.Tests.Arc;

public sealed class ArcTests
{
    private const string Results = "Authentication-Results: mx.example.com; spf=pass smtp.mailfrom=a@example.com;\r\n dkim=none\r\n";

    [Fact]
    public async Task A_message_without_fields_has_no_chain() => Assert.Equal(ArcResult.None, (await VerifyAsync(Mails.Plain)).Result);

    [Fact]
    public async Task Each_link_that_seals_makes_a_chain_that_passes()
    {
        var message = Results + Mails.Plain;
        for (var instance = 1; instance <= 5; instance++)
        {
            message = await SealAsync(message, instance % 2 == 0 ? Mails.Ed25519 : Mails.Rsa);
            var verification = await VerifyAsync(message);

            Assert.Equal((ArcResult.Pass, instance, 0), (verification.Result, verification.Sets.Count, verification.OldestPass));
        }
        Assert.Contains("ARC-Authentication-Results: i=5; mx.example.com;\r\n  spf=pass smtp.mailfrom=a@example.com;\r\n  dkim=none\r\n", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_between_two_links_leaves_the_chain_whole_and_is_told()
    {
        var once = await SealAsync(Mails.Plain);
        var twice = await SealAsync(once.Replace("Hello Bob", "Hello list", StringComparison.Ordinal), chainOf: once);

        Assert.Equal((ArcResult.Pass, 2), ((await VerifyAsync(twice)).Result, (await VerifyAsync(twice)).OldestPass));
    }

    [Fact]
    public async Task A_change_after_the_last_link_breaks_it()
    {
        var verification = await VerifyAsync((await SealAsync(Mails.Plain)).Replace("Hello Bob", "Hello Rob", StringComparison.Ordinal));

        Assert.Equal((ArcResult.Fail, ArcReason.MessageSignature, 1), (verification.Result, verification.Reason, verification.Instance));
        Assert.Equal(SignatureReason.BodyHashMismatch, verification.Decisive?.Reason);
    }

    [Fact]
    public async Task A_broken_chain_is_sealed_so_and_never_again()
    {
        var broken = (await SealAsync(Mails.Plain)).Replace("Hello Bob", "Hello Rob", StringComparison.Ordinal);

        var sealedSo = await SealAsync(broken);
        var verification = await VerifyAsync(sealedSo);

        Assert.Contains("cv=fail", sealedSo, StringComparison.Ordinal);
        Assert.Equal((ArcResult.Fail, ArcReason.AlreadyFailed), (verification.Result, verification.Reason));
        Assert.IsType<ArcSealing.AlreadyFailed>(Sealer(Mails.Rsa).Seal(verification, Mails.Now));
    }

    [Fact]
    public async Task The_51st_set_is_not_made()
    {
        var message = Mails.Plain;
        for (var i = 0; i < 50; i++) message = await SealAsync(message, Mails.Ed25519);
        var verification = await VerifyAsync(message);

        Assert.Equal(ArcResult.Pass, verification.Result);
        Assert.IsType<ArcSealing.Full>(Sealer(Mails.Rsa).Seal(verification, Mails.Now));
        Assert.Equal(ArcReason.TooManySets, (await VerifyAsync("ARC-Authentication-Results: i=51; x\r\n" + message)).Reason);
    }

    [Theory]
    [InlineData("ARC-Seal: i=1;", "ARC-Seal: i=1; h=from;", ArcReason.UnreadableField)]
    [InlineData("cv=none", "cv=pass", ArcReason.WrongChainStatus)]
    [InlineData("cv=none", "cv=None", ArcReason.UnreadableField)]
    [InlineData("cv=none", "cv=fail", ArcReason.AlreadyFailed)]
    [InlineData("ARC-Authentication-Results: i=1;", "ARC-Authentication-Results: i=2;", ArcReason.MissingField)]
    [InlineData("ARC-Authentication-Results: i=1;", "X: i=1;", ArcReason.MissingField)]
    [InlineData("ARC-Authentication-Results: i=1;", "ARC-Authentication-Results: mx; i=1;", ArcReason.UnreadableField)]
    [InlineData("ARC-Authentication-Results: i=1;", "ARC-Authentication-Results: i=1; x\r\nARC-Authentication-Results: i=1;", ArcReason.DuplicateField)]
    [InlineData("ARC-Authentication-Results: i=1; mx", "ARC-Authentication-Results: i=1; my", ArcReason.Seal)]
    [InlineData("ARC-Authentication-Results: i=1; mx", "ARC-Authentication-Results: (note) i = 1 ;   mx", ArcReason.Seal)]
    [InlineData("ARC-Seal: a=", "ARC-Seal: ;a=", ArcReason.UnreadableField)]
    public async Task A_damaged_set_breaks_the_chain(string what, string with, ArcReason expected)
    {
        var message = await SealAsync(Mails.Plain);
        if (what == "ARC-Seal: i=1;") (what, with) = ("ARC-Seal: a=", "ARC-Seal: h=from; a=");

        var verification = await VerifyAsync(message.Replace(what, with, StringComparison.Ordinal));

        Assert.Equal((ArcResult.Fail, expected), (verification.Result, verification.Reason));
    }

    [Fact]
    public async Task A_key_that_can_t_be_asked_for_breaks_the_chain()
    {
        var message = await SealAsync(Mails.Plain);
        var zone = new KeyZone().Add("rsa._domainkey.example.com", new DnsAnswer.Failed(DnsFailure.TimedOut, ""));

        var verification = await VerifyAsync(message, zone);

        Assert.Equal((ArcResult.Fail, SignatureReason.KeyLookupFailed), (verification.Result, verification.Decisive?.Reason));
    }

    [Fact]
    public async Task Only_own_results_are_sealed()
    {
        var message = await SealAsync("Authentication-Results: other.example; spf=fail\r\n" + Results + "Authentication-Results: MX.example.com 1; dmarc=pass;\r\n" + Mails.Plain);

        Assert.Contains("i=1; mx.example.com;\r\n  spf=pass smtp.mailfrom=a@example.com;\r\n  dkim=none;\r\n  dmarc=pass\r\n", message, StringComparison.Ordinal);
        Assert.Equal(ArcResult.Pass, (await VerifyAsync(message)).Result);
    }

    [Fact]
    public async Task Results_can_t_smuggle_a_field_in()
    {
        var message = await SealAsync("Authentication-Results: mx.example.com; spf=pass\nX-Evil: 1\rX-More: 2\r\n" + Mails.Plain);

        Assert.DoesNotContain("\nX-Evil", message[..message.IndexOf("Authentication-Results: mx", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Theory]
    // A part that can't be read takes nothing of the others with it; a field of another version, or another server's, says nothing.
    [InlineData("Authentication-Results: mx.example.com; spf=pass; nonsense here; dkim=fail (bad \"sig\") header.d=example.net\r\n", "spf=pass;|dkim=fail (bad \"sig\") header.d=example.net")]
    [InlineData("Authentication-Results: mx.example.com 2; spf=pass\r\n", "arc=none")]
    [InlineData("Authentication-Results: mx.example.com; none\r\n", "arc=none")]
    [InlineData("Authentication-Results: mx.example.com.evil.example; spf=pass\r\n", "arc=none")]
    [InlineData("Authentication-Results: \"mx.example.com\"; spf=pass reason=\"a; dkim=pass\"\r\n", "spf=pass reason=\"a; dkim=pass\"")]
    public async Task Results_are_written_by_the_grammar_whatever_was_read(string field, string expected)
    {
        var message = await SealAsync(field + Mails.Plain);

        Assert.Contains($"ARC-Authentication-Results: i=1; mx.example.com;\r\n  {expected.Replace("|", "\r\n  ", StringComparison.Ordinal)}\r\n", message, StringComparison.Ordinal);
        Assert.Equal(ArcResult.Pass, (await VerifyAsync(message)).Result);
    }

    [Fact]
    public async Task Damaged_chains_have_a_result()
    {
        var whole = Encoding.Latin1.GetBytes(await SealAsync(await SealAsync(Mails.Plain)));
        await Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).SampleAsync(
            async (at, octet) =>
            {
                var damaged = whole.ToArray();
                damaged[at] = octet;
                return Enum.IsDefined((await VerifyAsync(Encoding.Latin1.GetString(damaged))).Result);
            },
            iter: 1000);
    }

    private static async Task<ArcVerification> VerifyAsync(string message, IDnsResolver? zone = null) =>
        await new ArcVerifier(new KeyStore(zone ?? Mails.Zone())).VerifyAsync(Mails.Parse(message), Mails.Now, TestContext.Current.CancellationToken);

    private static ArcSealer Sealer(PrivateKey key) => new(key, new ArcSealingOptions
    {
        Domain = DomainName.Parse("example.com"),
        Selector = key.Algorithm == SigningAlgorithm.RsaSha256 ? "rsa" : "ed",
        AuthservId = "mx.example.com",
    });

    private static async Task<string> SealAsync(string message, PrivateKey? key = null, string? chainOf = null)
    {
        var chain = await VerifyAsync(chainOf ?? message);
        if (chainOf is not null) chain = chain with { Message = Mails.Parse(message) };
        return Assert.IsType<ArcSealing.Sealed>(Sealer(key ?? Mails.Rsa).Seal(chain, Mails.Now)).Fields + message;
    }
}
