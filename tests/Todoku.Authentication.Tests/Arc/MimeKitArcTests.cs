using System.Text;
using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.OpenSsl;
using Todoku.Authentication.Arc;
using Todoku.Authentication.Signatures;
using Todoku.Authentication.Tests.Dkim;
using Todoku.Mail;

namespace Todoku.Authentication.Tests.Arc;

/// <summary>Chains that two implementations add to in turn pass in both.</summary>
public sealed class MimeKitArcTests
{
    [Fact]
    public async Task A_chain_of_both_passes_in_both()
    {
        var message = Mails.Plain;
        for (var instance = 1; instance <= 4; instance++)
        {
            message = instance % 2 == 1 ? await OursAsync(message) : await TheirsAsync(message);

            Assert.Equal((instance, ArcResult.Pass), (instance, (await VerifyAsync(message)).Result));
            var theirs = await new MimeKit.Cryptography.ArcVerifier(new Locator()).VerifyAsync(await LoadAsync(message), TestContext.Current.CancellationToken);
            Assert.Equal((instance, ArcSignatureValidationResult.Pass), (instance, theirs.Chain));
        }
    }

    private static async Task<ArcVerification> VerifyAsync(string message) =>
        await new Authentication.Arc.ArcVerifier(new KeyStore(Mails.Zone())).VerifyAsync(Mails.Parse(message), Mails.Now, TestContext.Current.CancellationToken);

    private static async Task<string> OursAsync(string message)
    {
        var options = new ArcSealingOptions { Domain = DomainName.Parse("example.com"), Selector = "rsa", AuthservId = "mx.example.com" };
        return Assert.IsType<ArcSealing.Sealed>(new ArcSealer(Mails.Rsa, options).Seal(await VerifyAsync(message), Mails.Now)).Fields + message;
    }

    private static async Task<string> TheirsAsync(string text)
    {
        var message = await LoadAsync(text);
        using var reader = new StringReader(Mails.Rsa.ToPem());
        var signer = new Signer((AsymmetricKeyParameter)new PemReader(reader).ReadObject());
        await signer.SignAsync(message, [HeaderId.From, HeaderId.Subject, HeaderId.To], TestContext.Current.CancellationToken);
        using var stream = new MemoryStream();
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        await message.WriteToAsync(format, stream, TestContext.Current.CancellationToken);
        return Encoding.Latin1.GetString(stream.ToArray());
    }

    private static async Task<MimeMessage> LoadAsync(string message) =>
        await MimeMessage.LoadAsync(new MemoryStream(Encoding.Latin1.GetBytes(message)), TestContext.Current.CancellationToken);

    private sealed class Signer(AsymmetricKeyParameter key) : ArcSigner(key, "example.com", "rsa", DkimSignatureAlgorithm.RsaSha256)
    {
        protected override MimeKit.Cryptography.AuthenticationResults GenerateArcAuthenticationResults(FormatOptions options, MimeMessage message, CancellationToken cancellationToken)
        {
            var results = new MimeKit.Cryptography.AuthenticationResults("mx.example.com");
            results.Results.Add(new AuthenticationMethodResult("arc", "pass"));
            return results;
        }

        protected override Task<MimeKit.Cryptography.AuthenticationResults> GenerateArcAuthenticationResultsAsync(
            FormatOptions options, MimeMessage message, CancellationToken cancellationToken) =>
            Task.FromResult(GenerateArcAuthenticationResults(options, message, cancellationToken));
    }

    private sealed class Locator : DkimPublicKeyLocatorBase
    {
        public override AsymmetricKeyParameter LocatePublicKey(string methods, string domain, string selector, CancellationToken cancellationToken) => GetPublicKey(Mails.RsaRecord);

        public override Task<AsymmetricKeyParameter> LocatePublicKeyAsync(string methods, string domain, string selector, CancellationToken cancellationToken) =>
            Task.FromResult(GetPublicKey(Mails.RsaRecord));
    }
}
