using Todoku.Authentication.Dkim;
using Todoku.Authentication.Signatures;
using Todoku.Dns;

namespace Todoku.Authentication.Tests.Dkim;

/// <summary>One rule of RFC 6376, 8301 or 8463 a line.</summary>
public sealed class DkimRuleTests
{
    [Theory]
    [InlineData("v=1; a=rsa-sha256; d=example.com; s=rsa; h=from; bh=", SignatureReason.Verified)]
    [InlineData("v=1; a=rsa-sha256; c=relaxed; d=example.com; s=rsa; h=from; bh=", SignatureReason.Verified)]
    [InlineData("v=1; a=rsa-sha256; c=simple/relaxed; d=example.com; s=rsa; h=From : To; bh=", SignatureReason.Verified)]
    [InlineData("v=1; a=rsa-sha256; d=EXAMPLE.com; s=RSA; h=from; bh=", SignatureReason.Verified)]
    [InlineData("s=rsa; bh=; d=example.com; v=1; h=from; a=rsa-sha256", SignatureReason.Verified)]
    [InlineData("v=1; a=rsa-sha256; d=example.com; s=rsa; h=from:from:x-none:x-none; bh=", SignatureReason.Verified)]
    [InlineData("v=1; a=rsa-sha256; d=example.com; s=rsa; h=from:dkim-signature; bh=", SignatureReason.Verified)]
    [InlineData("v=1; a=rsa-sha256; d=example.com; s=rsa; h=from; i=@example.com; bh=", SignatureReason.Verified)]
    [InlineData("v=1; a=rsa-sha256; d=example.com; s=rsa; h=from; i=a=20b@sub.example.com; bh=", SignatureReason.Verified)]
    [InlineData("v=1; a=rsa-sha256; d=example.com; s=rsa; h=from; q=dns/txt; bh=", SignatureReason.Verified)]
    [InlineData("v=1; a=rsa-sha256; d=example.com; s=rsa; h=from; q=http : dns/txt; bh=", SignatureReason.Verified)]
    [InlineData("v=1; a=rsa-sha256; d=example.com; s=rsa; h=from; t=1770000000; x=1999999999; bh=", SignatureReason.Verified)]
    [InlineData("v=1; a=rsa-sha256; d=example.com; s=rsa; h=from; x=1234567890123; bh=", SignatureReason.Verified)]
    [InlineData("v=1; a=rsa-sha256; d=example.com; s=rsa; h=from; l=0; bh=", SignatureReason.Verified)]
    [InlineData("v=1; a=rsa-sha256; d=example.com; s=rsa; h=from; l=5; bh=", SignatureReason.Verified)]
    [InlineData("v=1; a=rsa-sha256; d=example.com; s=rsa; h=from; unknown=x; bh=", SignatureReason.Verified)]
    [InlineData("a=rsa-sha256; d=example.com; s=rsa; h=from; bh=", SignatureReason.MissingTag)]
    [InlineData("v=1; d=example.com; s=rsa; h=from; bh=", SignatureReason.MissingTag)]
    [InlineData("v=1; a=rsa-sha256; s=rsa; h=from; bh=", SignatureReason.MissingTag)]
    [InlineData("v=1; a=rsa-sha256; d=example.com; h=from; bh=", SignatureReason.MissingTag)]
    [InlineData("v=1; a=rsa-sha256; d=example.com; s=rsa; bh=", SignatureReason.MissingTag)]
    [InlineData("v=1; a=rsa-sha256; d=example.com; s=rsa; h=from", SignatureReason.MissingTag)]
    [InlineData("v=2; a=rsa-sha256; d=example.com; s=rsa; h=from; bh=", SignatureReason.UnsupportedVersion)]
    [InlineData("v=1; v=1; a=rsa-sha256; d=example.com; s=rsa; h=from; bh=", SignatureReason.SyntaxError)]
    [InlineData("v=1; a=rsa-sha1; d=example.com; s=rsa; h=from; bh=", SignatureReason.ObsoleteAlgorithm)]
    [InlineData("v=1; a=rsa-md5; d=example.com; s=rsa; h=from; bh=", SignatureReason.UnsupportedAlgorithm)]
    [InlineData("v=1; a=rsa-sha256; c=nowsp; d=example.com; s=rsa; h=from; bh=", SignatureReason.UnsupportedCanonicalization)]
    [InlineData("v=1; a=rsa-sha256; c=; d=example.com; s=rsa; h=from; bh=", SignatureReason.InvalidTag)]
    [InlineData("v=1; a=rsa-sha256; q=http; d=example.com; s=rsa; h=from; bh=", SignatureReason.UnsupportedQuery)]
    [InlineData("v=1; a=rsa-sha256; d=com; s=rsa; h=from; bh=", SignatureReason.InvalidTag)]
    [InlineData("v=1; a=rsa-sha256; d=example.com.; s=rsa; h=from; bh=", SignatureReason.InvalidTag)]
    [InlineData("v=1; a=rsa-sha256; d=; s=rsa; h=from; bh=", SignatureReason.InvalidTag)]
    [InlineData("v=1; a=rsa-sha256; d=example.com; s=; h=from; bh=", SignatureReason.InvalidTag)]
    [InlineData("v=1; a=rsa-sha256; d=example.com; s=rsa; h=to:subject; bh=", SignatureReason.FromNotSigned)]
    [InlineData("v=1; a=rsa-sha256; d=example.com; s=rsa; h=from::to; bh=", SignatureReason.InvalidTag)]
    [InlineData("v=1; a=rsa-sha256; d=example.com; s=rsa; h=from; i=@example.net; bh=", SignatureReason.IdentityOutsideDomain)]
    [InlineData("v=1; a=rsa-sha256; d=example.com; s=rsa; h=from; i=@evilexample.com; bh=", SignatureReason.IdentityOutsideDomain)]
    [InlineData("v=1; a=rsa-sha256; d=example.com; s=rsa; h=from; i=example.com; bh=", SignatureReason.InvalidTag)]
    [InlineData("v=1; a=rsa-sha256; d=example.com; s=rsa; h=from; t=abc; bh=", SignatureReason.InvalidTag)]
    [InlineData("v=1; a=rsa-sha256; d=example.com; s=rsa; h=from; t=1770000000; x=1770000000; bh=", SignatureReason.InvalidTag)]
    [InlineData("v=1; a=rsa-sha256; d=example.com; s=rsa; h=from; x=1700000000; bh=", SignatureReason.Expired)]
    [InlineData("v=1; a=rsa-sha256; d=example.com; s=rsa; h=from; l=-1; bh=", SignatureReason.InvalidTag)]
    [InlineData("v=1; a=rsa-sha256; d=example.com; s=rsa; h=from; l=100000; bh=", SignatureReason.BodyTooShort)]
    [InlineData("v=1; a=rsa-sha256; d=example.com; s=rsa; h=from; bh=!", SignatureReason.InvalidTag)]
    [InlineData("v=1; a=rsa-sha256; d=example.com; s=rsa; h=from; bh=AAAA", SignatureReason.BodyHashMismatch)]
    [InlineData("v=1; a=rsa-sha256; d=example.com; s=none; h=from; bh=", SignatureReason.NoKey)]
    [InlineData("v=1; a=rsa-sha256; d=example.com; s=ed; h=from; bh=", SignatureReason.KeyTypeMismatch)]
    [InlineData("v=1; a=ed25519-sha256; d=example.com; s=rsa; h=from; bh=", SignatureReason.KeyTypeMismatch)]
    public async Task A_field_is_judged_by_its_tags(string tags, SignatureReason expected)
    {
        var verification = await Mails.VerifyAsync(Mails.Sign(tags));

        Assert.Equal(expected, Assert.Single(verification.Signatures).Reason);
    }

    [Theory]
    [InlineData("p={0}", SignatureReason.Verified)]
    [InlineData("v=DKIM1; k=rsa; h=sha1 : sha256; s=email; t=y; n=note; x=1; p={0};", SignatureReason.Verified)]
    [InlineData("v=DKIM1; s=other:*; p={0}", SignatureReason.Verified)]
    [InlineData("v=DKIM1; g=nobody; p={0}", SignatureReason.Verified)]
    [InlineData("p={0}; v=DKIM1", SignatureReason.KeyVersion)]
    [InlineData("v=DKIM2; p={0}", SignatureReason.KeyVersion)]
    [InlineData("v=dkim1; p={0}", SignatureReason.KeyVersion)]
    [InlineData("v=DKIM1; p={0}; p={0}", SignatureReason.KeySyntaxError)]
    [InlineData("v=DKIM1; P={0}", SignatureReason.KeyMissing)]
    [InlineData("v=DKIM1; p=", SignatureReason.KeyRevoked)]
    [InlineData("v=DKIM1; p= ; ", SignatureReason.KeyRevoked)]
    [InlineData("v=DKIM1; k=dsa; p={0}", SignatureReason.KeyTypeUnknown)]
    [InlineData("v=DKIM1; k=ed25519; p={0}", SignatureReason.KeyUnreadable)]
    [InlineData("v=DKIM1; h=sha1; p={0}", SignatureReason.KeyHashNotAllowed)]
    [InlineData("v=DKIM1; s=tlsrpt; p={0}", SignatureReason.KeyNotForMail)]
    [InlineData("v=DKIM1; t=y:s; p={0}", SignatureReason.KeySubdomainNotAllowed)]
    [InlineData("v=DKIM1; p=AAAA", SignatureReason.KeyUnreadable)]
    [InlineData("v=DKIM1; p=!!!!", SignatureReason.KeyUnreadable)]
    [InlineData("v=DKIM1\\; p={0}", SignatureReason.KeyVersion)]
    [InlineData("\"v=DKIM1; p={0}\"", SignatureReason.KeySyntaxError)]
    [InlineData("v=spf1 -all", SignatureReason.KeyVersion)]
    [InlineData("", SignatureReason.KeySyntaxError)]
    public async Task A_key_is_judged_by_its_record(string record, SignatureReason expected)
    {
        var zone = new KeyZone().Add("rsa._domainkey.example.com", string.Format(null, record, Convert.ToBase64String(Mails.Rsa.PublicKeyOctets())));
        var message = Mails.Sign("v=1; a=rsa-sha256; d=example.com; i=x@sub.example.com; s=rsa; h=from; bh=");

        Assert.Equal(expected, Assert.Single((await Mails.VerifyAsync(message, zone)).Signatures).Reason);
    }

    [Fact]
    public async Task Both_encodings_of_an_RSA_key_are_read_with_blanks_in_them()
    {
        using var rsa = System.Security.Cryptography.RSA.Create();
        rsa.ImportFromPem(Mails.Rsa.ToPem());
        var bare = string.Join(' ', Convert.ToBase64String(rsa.ExportRSAPublicKey()).Chunk(20).Select(part => new string(part)));

        var verification = await Mails.VerifyAsync(Mails.Sign(Mails.Tags), new KeyZone().Add("rsa._domainkey.example.com", $"v=DKIM1; p= {bare}"));

        Assert.Equal(DkimResult.Pass, verification.Result);
    }

    [Theory]
    [InlineData(512, SignatureReason.KeyTooShort)]
    [InlineData(1016, SignatureReason.KeyTooShort)]
    [InlineData(4096, SignatureReason.SignatureMismatch)]
    public async Task A_key_has_at_least_1024_bits(int bits, SignatureReason expected)
    {
        using var rsa = System.Security.Cryptography.RSA.Create(bits);
        var zone = new KeyZone().Add("rsa._domainkey.example.com", $"p={Convert.ToBase64String(rsa.ExportSubjectPublicKeyInfo())}");

        var check = Assert.Single((await Mails.VerifyAsync(Mails.Sign(Mails.Tags), zone)).Signatures);

        Assert.Equal(expected, check.Reason);
        Assert.Equal(bits, check.Key?.Bits);
    }

    [Fact]
    public async Task DNS_that_fails_is_temporary_and_what_is_not_there_permanent()
    {
        async Task<DkimResult> With(DnsAnswer answer) => (await Mails.VerifyAsync(Mails.Sign(Mails.Tags), new KeyZone().Add("rsa._domainkey.example.com", answer))).Result;

        Assert.Equal(DkimResult.TempError, await With(new DnsAnswer.Failed(DnsFailure.TimedOut, "")));
        Assert.Equal(DkimResult.TempError, await With(new DnsAnswer.Failed(DnsFailure.ServerFailure, "")));
        Assert.Equal(DkimResult.PermError, await With(new DnsAnswer.NoData(default)));
        Assert.Equal(DkimResult.PermError, await With(new DnsAnswer.NoSuchDomain(default)));
    }

    [Fact]
    public async Task Of_several_records_one_that_fits_is_enough()
    {
        var zone = new KeyZone().Add("rsa._domainkey.example.com", "v=spf1 -all", DkimKeyText.Value(PrivateKey.CreateRsa(1024)), Mails.RsaRecord);

        Assert.Equal(DkimResult.Pass, (await Mails.VerifyAsync(Mails.Sign(Mails.Tags), zone)).Result);
    }

    [Fact]
    public async Task One_signature_that_verifies_is_enough_and_all_are_told()
    {
        var message = Mails.Sign("v=1; a=ed25519-sha256; d=example.com; s=ed; h=from; bh=", Mails.Sign("v=1; a=rsa-sha256; d=example.com; s=gone; h=from; bh="), Mails.Ed25519);

        var verification = await Mails.VerifyAsync(message);

        Assert.Equal(DkimResult.Pass, verification.Result);
        Assert.Equal([SignatureReason.Verified, SignatureReason.NoKey], verification.Signatures.Select(check => check.Reason));
    }

    [Fact]
    public async Task Repeated_fields_are_taken_from_the_bottom()
    {
        var message = Mails.Sign("v=1; a=rsa-sha256; d=example.com; s=rsa; h=from:x-a; bh=", "X-A: 1\r\nX-A: 2\r\n" + Mails.Plain);

        Assert.Equal(DkimResult.Pass, (await Mails.VerifyAsync(message.Replace("X-A: 1", "X-A: changed", StringComparison.Ordinal))).Result);
        Assert.Equal(DkimResult.Fail, (await Mails.VerifyAsync(message.Replace("X-A: 2", "X-A: changed", StringComparison.Ordinal))).Result);
    }

    [Fact]
    public async Task A_name_listed_once_more_keeps_others_from_adding_such_a_field()
    {
        var once = Mails.Sign("v=1; a=rsa-sha256; d=example.com; s=rsa; h=from; bh=");
        var twice = Mails.Sign("v=1; a=rsa-sha256; d=example.com; s=rsa; h=from:from; bh=");

        Assert.Equal(DkimResult.Pass, (await Mails.VerifyAsync("From: evil@example.org\r\n" + once)).Result);
        Assert.Equal(DkimResult.Fail, (await Mails.VerifyAsync("From: evil@example.org\r\n" + twice)).Result);
    }

    [Theory]
    [InlineData("v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.com; s=rsa; h=from:subject; bh=", DkimResult.Pass)]
    [InlineData("v=1; a=rsa-sha256; c=simple/relaxed; d=example.com; s=rsa; h=from:subject; bh=", DkimResult.Fail)]
    public async Task Folding_and_blanks_matter_to_simple_alone(string tags, DkimResult expected)
    {
        var message = Mails.Sign(tags).Replace("Subject: Order  42", "SUBJECT:\r\n\tOrder \r\n 42 ", StringComparison.Ordinal);

        Assert.Equal(expected, (await Mails.VerifyAsync(message)).Result);
    }

    [Fact]
    public async Task The_value_of_b_may_be_folded_and_stand_anywhere()
    {
        var message = Mails.Sign("v=1; a=rsa-sha256; c=relaxed/simple; d=example.com; s=rsa; h=from; bh=");
        var start = message.IndexOf("; b=", StringComparison.Ordinal) + 4;
        var end = message.IndexOf("\r\n", StringComparison.Ordinal);
        var folded = string.Join("\r\n\t", message[start..end].Chunk(30).Select(part => new string(part)));

        Assert.Equal(DkimResult.Pass, (await Mails.VerifyAsync($"{message[..start]}\r\n {folded} {message[end..]}")).Result);
    }

    [Fact]
    public async Task A_message_without_signatures_has_none() => Assert.Equal(DkimResult.None, (await Mails.VerifyAsync(Mails.Plain)).Result);
}
