using Todoku.Authentication.Signatures;
using Todoku.Authentication.Signatures.Evidence;
using Todoku.Authentication.Tests.Dkim;

namespace Todoku.Authentication.Tests.Signatures;

/// <summary>What changed is told.</summary>
public sealed class EvidenceTests
{
    private const string Simple = "v=1; a=rsa-sha256; c=simple/simple; d=example.com; s=rsa; h=from:to:subject:date; bh=";

    [Fact]
    public async Task A_footer_is_found_where_it_begins()
    {
        var evidence = await Find(Mails.Sign(Mails.Tags) + "-- \r\nfooter\r\n");

        Assert.Equal(new BodyEvidence.Appended(49, 5, 13), evidence.Body);
        Assert.Null(evidence.Header);
    }

    [Fact]
    public async Task A_banner_is_found()
    {
        var evidence = await Find(Mails.Sign(Mails.Tags).Replace("Hello Bob,", "CAUTION\r\n\r\nHello Bob,", StringComparison.Ordinal));

        Assert.Equal(new BodyEvidence.Prepended(2, 11), evidence.Body);
    }

    [Fact]
    public async Task Changed_line_ends_blanks_and_dots_are_found()
    {
        Assert.IsType<BodyEvidence.LineEnds>((await Find(Mails.Sign(Mails.Tags).Replace("Bob,\r\n", "Bob,\n", StringComparison.Ordinal))).Body);
        Assert.IsType<BodyEvidence.DotsDoubled>((await Find(Mails.Sign(Mails.Tags).Replace("\r\n.dot", "\r\n..dot", StringComparison.Ordinal))).Body);
        Assert.IsType<BodyEvidence.SignedDotsDoubled>(
            (await Find(Mails.Sign(Mails.Tags, Mails.Plain.Replace("\r\n.dot", "\r\n..dot", StringComparison.Ordinal)).Replace("\r\n..dot", "\r\n.dot", StringComparison.Ordinal))).Body);
        var plain = Mails.Plain.Replace("sent. \r\n", "sent.\r\n", StringComparison.Ordinal);
        Assert.IsType<BodyEvidence.TrailingBlanks>((await Find(Mails.Sign(Simple, plain).Replace("sent.\r\n", "sent. \r\n", StringComparison.Ordinal))).Body);
    }

    [Theory]
    [InlineData("Hello Bob,\r\n\r\nyour order has been sent.\r\n.dot\r\n", typeof(BodyEvidence.OtherCanonicalization))]
    [InlineData("", typeof(BodyEvidence.SignedEmpty))]
    public async Task Mistakes_of_signers_are_found(string canonical, Type expected)
    {
        var hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(canonical)));
        var form = canonical.Length == 0 ? "relaxed/relaxed" : "simple/simple";

        var evidence = await Find(Mails.Sign($"v=1; a=rsa-sha256; c={form}; d=example.com; s=rsa; h=from; bh={hash}"));

        Assert.IsType(expected, evidence.Body);
    }

    [Fact]
    public async Task A_rewritten_body_is_told_to_be_unexplained() =>
        Assert.Equal(new SignatureEvidence(null, null), await Find(Mails.Sign(Mails.Tags).Replace("your order", "my order", StringComparison.Ordinal)));

    [Fact]
    public async Task Changes_of_the_header_are_found()
    {
        var message = Mails.Sign("v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.com; s=rsa; h=from:to:subject:cc; bh=");

        Assert.Equal(new HeaderEvidence.SubjectTagged("[list]"), (await Find(message.Replace("Subject: ", "Subject: [list] ", StringComparison.Ordinal))).Header);
        Assert.Equal(new HeaderEvidence.FieldAdded(0), (await Find("Cc: x@example.org\r\n" + message)).Header);
        Assert.Equal(new HeaderEvidence.Changed(), (await Find(message.Replace("To: bob@", "To: rob@", StringComparison.Ordinal))).Header);
    }

    [Fact]
    public async Task Another_key_is_told_from_a_changed_header()
    {
        using var other = PrivateKey.CreateRsa(1024);

        Assert.Equal(new HeaderEvidence.OtherKey(), (await Find(Mails.Sign(Mails.Tags, key: other))).Header);
    }

    [Fact]
    public async Task A_wrong_order_of_repeated_fields_is_found()
    {
        var message = Mails.Sign("v=1; a=ed25519-sha256; d=example.com; s=ed; h=from:x-a; bh=", "X-A: 1\r\nX-A: 2\r\n" + Mails.Plain, Mails.Ed25519);

        Assert.Equal(new HeaderEvidence.OrderOfRepeated(), (await Find(message.Replace("X-A: 1\r\nX-A: 2", "X-A: 2\r\nX-A: 1", StringComparison.Ordinal))).Header);
    }

    private static async Task<SignatureEvidence> Find(string message)
    {
        var verification = await Mails.VerifyAsync(message);
        return SignatureEvidence.Find(verification.Message, Assert.Single(verification.Signatures));
    }
}
