using System.Text;
using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.OpenSsl;
using Todoku.Authentication.Dkim;
using Todoku.Authentication.Signatures;
using Todoku.Mail;

namespace Todoku.Authentication.Tests.Dkim;

/// <summary>What we sign another implementation verifies, and the other way round.</summary>
public sealed class MimeKitTests
{
    public static TheoryData<DkimCanonicalizationAlgorithm, DkimCanonicalizationAlgorithm> Forms =>
    [
        (DkimCanonicalizationAlgorithm.Simple, DkimCanonicalizationAlgorithm.Simple),
        (DkimCanonicalizationAlgorithm.Simple, DkimCanonicalizationAlgorithm.Relaxed),
        (DkimCanonicalizationAlgorithm.Relaxed, DkimCanonicalizationAlgorithm.Simple),
        (DkimCanonicalizationAlgorithm.Relaxed, DkimCanonicalizationAlgorithm.Relaxed),
    ];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Verifies_what_we_sign(DkimCanonicalizationAlgorithm header, DkimCanonicalizationAlgorithm body)
    {
        foreach (var (key, selector) in new[] { (Mails.Rsa, "rsa"), (Mails.Ed25519, "ed") })
        {
            var options = new DkimSigningOptions
            {
                Domain = DomainName.Parse("example.com"),
                Selector = selector,
                HeaderCanonicalization = (Canonicalization)(int)header,
                BodyCanonicalization = (Canonicalization)(int)body,
            };
            var signed = new Authentication.Dkim.DkimSigner(key, options).Sign(Mails.Parse(Mails.Plain), Mails.Now) + Mails.Plain;
            var message = await Load(signed);

            Assert.True(await new MimeKit.Cryptography.DkimVerifier(new Locator()).VerifyAsync(message, message.Headers[0], TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Signs_what_we_verify(DkimCanonicalizationAlgorithm header, DkimCanonicalizationAlgorithm body)
    {
        var message = await Load(Mails.Plain);
        using var reader = new StringReader(Mails.Rsa.ToPem());
        var signer = new MimeKit.Cryptography.DkimSigner((AsymmetricKeyParameter)new PemReader(reader).ReadObject(), "example.com", "rsa", DkimSignatureAlgorithm.RsaSha256)
        {
            HeaderCanonicalizationAlgorithm = header,
            BodyCanonicalizationAlgorithm = body,
        };
        signer.Sign(message, [HeaderId.From, HeaderId.Subject, HeaderId.To, HeaderId.Date]);
        using var stream = new MemoryStream();
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        await message.WriteToAsync(format, stream, TestContext.Current.CancellationToken);

        var verification = await Mails.VerifyAsync(Encoding.Latin1.GetString(stream.ToArray()));

        Assert.Equal(DkimResult.Pass, verification.Result);
    }

    private static async Task<MimeMessage> Load(string message) =>
        await MimeMessage.LoadAsync(new MemoryStream(Encoding.Latin1.GetBytes(message)), TestContext.Current.CancellationToken);

    private sealed class Locator : DkimPublicKeyLocatorBase
    {
        public override AsymmetricKeyParameter LocatePublicKey(string methods, string domain, string selector, CancellationToken cancellationToken) =>
            GetPublicKey(selector == "rsa" ? Mails.RsaRecord : Mails.Ed25519Record);

        public override Task<AsymmetricKeyParameter> LocatePublicKeyAsync(string methods, string domain, string selector, CancellationToken cancellationToken) =>
            Task.FromResult(LocatePublicKey(methods, domain, selector, cancellationToken));
    }
}
