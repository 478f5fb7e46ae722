using Todoku.Authentication.Dkim;
using Todoku.Authentication.Signatures;
using Todoku.Mail;
using Todoku.Relay.Policy;
using Todoku.Relay.Policy.Signing;

namespace Todoku.Relay.Tests.Policy;

public sealed class SigningTests
{
    private const string Header = "From: Aiko <aiko@example.com>\r\nTo: hanako@example.org\r\nSubject: =?utf-8?B?44GT44KT44Gr44Gh44Gv?=\r\nDate: Tue, 24 Nov 2026 12:00:00 +0900\r\nMessage-ID: <1@example.com>\r\n";

    private readonly PolicyBench _bench = new();

    public static TheoryData<string> Messages =>
    [
        Header + "\r\nHello\r\n",
        Header + "\r\nno line end",
        Header + "\r\n",
        Header + "\r\n\r\n\r\n\r\n",
        Header,
        Header + "\r\n  leading\t blanks \r\n\t\r\n \r\nend \t",
        Header + "\r\n\xe3\x81\x93\xe3\x82\x93 raw 8 bit \xff\r\n",
        Header + "\r\n.\r\n..\r\nx\ry\nz\r\n",
        Header + "Bcc: secret@example.org,\r\n other@example.org\r\n\r\nHello\r\n",
        "From: aiko@example.com\r\n\r\nneither Date nor Message-ID\r\n",
        "From: aiko@example.com\r\nnot a field\r\nDate: x\r\n\r\nHello\r\n",
        "Subject: folded\r\n\tsubject\r\nFrom: \"A\" \r\n <aiko@example.com>\r\n\r\n" + new string('x', 2000) + "\r\n",
    ];

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task All_keys_of_the_author_s_domain_sign_and_verify(string message)
    {
        foreach (var piece in new[] { 1, 7, int.MaxValue })
        {
            var run = _bench.Run(message, piece: piece);
            var verified = await _bench.VerifyAsync(run.Sent);

            Assert.Equal([SigningAlgorithm.RsaSha256, SigningAlgorithm.Ed25519Sha256], run.Message.Signatures.Select(signature => signature.Algorithm));
            Assert.All(verified.Signatures, check => Assert.True(check.IsVerified, check.ToString()));
            Assert.Equal(2, verified.Signatures.Count);
            Assert.Equal(["example.com"], run.Message.SigningDomains);
        }
    }

    [Fact]
    public async Task A_domain_below_is_signed_by_the_key_of_the_domain_above()
    {
        var run = _bench.Run("From: a@mail.example.jp\r\n\r\nx\r\n");

        Assert.Equal(new MessageSignature("example.jp", "rsa", SigningAlgorithm.RsaSha256, DomainAlignment.Relaxed), Assert.Single(run.Message.Signatures));
        Assert.Equal(DkimResult.Pass, (await _bench.VerifyAsync(run.Sent)).Result);
    }

    [Fact]
    public async Task A_domain_without_a_key_is_signed_by_the_relay_which_does_not_align()
    {
        _bench.Signing = _bench.Signing with
        {
            Rules = [.. _bench.Signing.Rules, new SigningRule { IsFallback = true, SigningDomain = DomainName.Parse("relay.example.net"), Selector = "rsa", KeyFile = "rsa" }],
        };
        var run = _bench.Run("From: a@customer.example\r\n\r\nx\r\n");

        Assert.Equal(DomainAlignment.None, Assert.Single(run.Message.Signatures).Alignment);
        Assert.Contains(new PolicyNote.SignedByRelay("relay.example.net", "customer.example"), run.Message.Notes);
        Assert.Equal(DkimResult.Pass, (await _bench.VerifyAsync(run.Sent)).Result);
    }

    [Fact]
    public void Without_a_key_it_goes_unsigned_and_says_so()
    {
        var run = _bench.Run("From: a@customer.example\r\nDate: x\r\nMessage-ID: y\r\n\r\nx\r\n");

        Assert.Empty(run.Message.Signatures);
        Assert.Equal([new PolicyNote.NotSigned(NotSignedReason.NoKey)], run.Message.Notes);
        Assert.StartsWith("Received: ", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Mail_that_stays_here_is_not_signed_for_a_stranger_may_have_sent_it() =>
        Assert.Contains(new PolicyNote.NotSigned(NotSignedReason.Local), _bench.Run(Header + "\r\nx\r\n", PolicyBench.From("aiko@example.com", isLocal: true)).Message.Notes);

    [Fact]
    public async Task What_was_oversigned_can_t_be_added_and_what_lists_add_can()
    {
        var sent = _bench.Run(Header + "\r\nHello\r\n").Text;

        foreach (var field in new[] { "From", "Reply-To", "Subject", "Date", "Message-ID", "To", "Cc", "Content-Type" })
            Assert.Equal(DkimResult.Fail, (await _bench.VerifyAsync(System.Text.Encoding.Latin1.GetBytes($"{field}: x\r\n{sent}"))).Result);
        foreach (var field in new[] { "List-Id", "Resent-From", "Received" })
            Assert.Equal(DkimResult.Pass, (await _bench.VerifyAsync(System.Text.Encoding.Latin1.GetBytes($"{field}: x\r\n{sent}"))).Result);
    }

    [Fact]
    public async Task A_changed_key_file_is_taken_up_and_a_broken_one_is_not()
    {
        var policy = _bench.Policy();
        _bench.Files.Put("ed", PrivateKey.CreateEd25519().ToPem());
        Assert.Equal(2, await VerifiedAsync(policy));
        _bench.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(1, await VerifiedAsync(policy));
        _bench.Files.Put("ed", PolicyBench.Ed25519.ToPem());
        _bench.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(2, await VerifiedAsync(policy));
        _bench.Files.Put("ed", "half a k");
        _bench.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(2, await VerifiedAsync(policy));
    }

    [Fact]
    public void A_key_file_is_looked_at_once_in_an_interval_and_read_when_it_changed()
    {
        var policy = _bench.Policy();
        var reads = _bench.Files.Reads;
        for (var i = 0; i < 100; i++) _bench.Run(Header + "\r\nx\r\n", policy: policy);
        Assert.Equal(0, _bench.Files.Looks);
        _bench.Time.Advance(TimeSpan.FromSeconds(5));
        for (var i = 0; i < 100; i++) _bench.Run(Header + "\r\nx\r\n", policy: policy);
        Assert.Equal(2, _bench.Files.Looks);
        Assert.Equal(reads, _bench.Files.Reads);
    }

    [Fact]
    public void What_is_wrong_with_key_files_is_told()
    {
        _bench.Files.Refuse("ed", KeyFileProblem.TooOpen);
        var keys = new SigningKeys(_bench.Signing, _bench.Files, _bench.Time);

        Assert.Equal([new KeyTrouble("ed", KeyFileProblem.TooOpen, "", HasOldKey: false)], keys.Troubles);
    }

    private async Task<int> VerifiedAsync(MessagePolicy policy) =>
        (await _bench.VerifyAsync(_bench.Run(Header + "\r\nx\r\n", policy: policy).Sent)).Signatures.Count(check => check.IsVerified);
}
