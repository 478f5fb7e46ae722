using System.Text;
using Todoku.Authentication.Dkim;
using Todoku.Authentication.Signatures;
using Todoku.Dns;
using Todoku.Mail.Messages;

namespace Todoku.Authentication.Tests.Dkim;

/// <summary>A message, keys, and a signer that writes whatever tags a test wants.</summary>
internal static class Mails
{
    public const string Plain = "From: Aiko <aiko@example.com>\r\nTo: bob@example.net\r\nSubject: Order  42\r\nDate: Sat, 16 May 2026 10:00:00 +0900\r\n"
        + "Message-ID: <1@example.com>\r\n\r\nHello Bob,\r\n\r\nyour order\thas  been sent. \r\n.dot\r\n";

    public const string Tags = "v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.com; s=rsa; h=from:to:subject:date; bh=";

    public static readonly DateTimeOffset Now = new(2026, 5, 16, 1, 30, 0, TimeSpan.Zero);

    public static PrivateKey Rsa { get; } = PrivateKey.CreateRsa(1024);

    public static PrivateKey Ed25519 { get; } = PrivateKey.CreateEd25519();

    public static string RsaRecord => DkimKeyText.Value(Rsa);

    public static string Ed25519Record => DkimKeyText.Value(Ed25519);

    public static KeyZone Zone() => new KeyZone().Add("rsa._domainkey.example.com", RsaRecord).Add("ed._domainkey.example.com", Ed25519Record);

    public static MessageHeaders Parse(string message) => MessageHeaders.Parse(Encoding.Latin1.GetBytes(message));

    /// <summary>Signs with the tags as given; <c>bh=</c> is filled in where it is empty, <c>b=</c> is put last.</summary>
    public static string Sign(string tags, string message = Plain, PrivateKey? key = null)
    {
        var list = DkimSignatureParser.Parse(Field($"DKIM-Signature: {tags}; b=AAAA"), 0);
        var signed = new SignedMessage(Parse(message));
        if (tags.Contains("bh=", StringComparison.Ordinal) && (tags.EndsWith("bh=", StringComparison.Ordinal) || tags.Contains("bh=;", StringComparison.Ordinal)))
        {
            var (hash, _) = signed.HashBody(list.BodyCanonicalization, list.BodyLength);
            tags = tags.Replace("bh=", $"bh={Convert.ToBase64String(hash)}", StringComparison.Ordinal);
        }
        var own = Field($"DKIM-Signature: {tags}; b=");
        var names = list.SignedHeaders.Select(name => Encoding.ASCII.GetString(name.Span)).ToArray();
        var signature = (key ?? Rsa).Sign(signed.HashUnsigned(own, names, list.HeaderCanonicalization));
        return $"DKIM-Signature: {tags}; b={Convert.ToBase64String(signature)}\r\n{message}";
    }

    public static async Task<DkimVerification> VerifyAsync(string message, IDnsResolver? zone = null, DateTimeOffset? now = null) =>
        await new DkimVerifier(new KeyStore(zone ?? Zone())).VerifyAsync(Parse(message), now ?? Now, TestContext.Current.CancellationToken);

    private static HeaderField Field(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return new HeaderField(Encoding.Latin1.GetBytes(text), 0, colon, colon + 1);
    }
}
