using Todoku.Authentication.Dkim;
using Todoku.Authentication.Signatures;
using Todoku.Mail.Messages;

namespace Todoku.Authentication.Tests.Dkim;

/// <summary>What a stranger sends is bounded, and always has a result.</summary>
public sealed class DkimLimitTests
{
    [Fact]
    public async Task Signatures_beyond_the_limit_are_passed_over_and_said()
    {
        var message = string.Concat(Enumerable.Repeat("DKIM-Signature: v=1\r\n", 1000)) + Mails.Plain;

        var verification = await Mails.VerifyAsync(message);

        Assert.Equal(DkimVerifier.MaxSignatures + 1, verification.Signatures.Count);
        Assert.Equal(SignatureReason.TooManySignatures, verification.Signatures[^1].Reason);
    }

    [Fact]
    public async Task Ten_thousand_fields_are_verified()
    {
        var fields = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"X-{i % 7}: {i}\r\n"));
        var names = string.Join(':', Enumerable.Repeat("x-1", SignatureTags.MaxSignedHeaders - 1));

        var verification = await Mails.VerifyAsync(Mails.Sign($"v=1; a=rsa-sha256; d=example.com; s=rsa; h=from:{names}; bh=", fields + Mails.Plain));

        Assert.Equal(DkimResult.Pass, verification.Result);
    }

    [Fact]
    public async Task More_fields_than_are_read_verify_nothing()
    {
        var fields = string.Concat(Enumerable.Repeat("X: 1\r\n", MessageHeaders.MaxFields));

        var verification = await Mails.VerifyAsync(Mails.Sign(Mails.Tags).Replace("\r\n\r\n", $"\r\n{fields}\r\n", StringComparison.Ordinal));

        Assert.Equal(SignatureReason.HeaderTooLarge, Assert.Single(verification.Signatures).Reason);
    }

    [Theory]
    [InlineData('A')]
    [InlineData(';')]
    [InlineData(' ')]
    [InlineData('\0')]
    public async Task A_record_of_64_KB_is_no_key(char filler)
    {
        var zone = new KeyZone().Add("rsa._domainkey.example.com", "v=DKIM1; p=" + new string(filler, 65_000));

        Assert.Equal(DkimResult.PermError, (await Mails.VerifyAsync(Mails.Sign(Mails.Tags), zone)).Result);
    }

    [Fact]
    public async Task A_long_body_is_hashed_without_a_copy()
    {
        var body = string.Concat(Enumerable.Repeat("a line  of text \t with blanks \r\n", 300_000));
        var message = Mails.Sign(Mails.Tags, Mails.Plain + body);
        var headers = Mails.Parse(message);
        var verifier = new DkimVerifier(new KeyStore(Mails.Zone()));
        await verifier.VerifyAsync(headers, Mails.Now, TestContext.Current.CancellationToken);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(DkimResult.Pass, (await verifier.VerifyAsync(headers, Mails.Now, TestContext.Current.CancellationToken)).Result);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, body.Length / 4);
    }
}
