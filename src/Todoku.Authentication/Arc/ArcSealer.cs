using System.Globalization;
using System.Text;
using Todoku.Authentication.AuthenticationResults;
using Todoku.Authentication.Dkim;
using Todoku.Authentication.Signatures;
using Todoku.Mail.Messages;

namespace Todoku.Authentication.Arc;

/// <summary>Seals messages (RFC 8617, section 5.1).</summary>
/// <param name="key">The key.</param>
/// <param name="options">How.</param>
public sealed class ArcSealer(PrivateKey key, ArcSealingOptions options)
{
    /// <summary>Makes the next set of a message's chain.</summary>
    /// <param name="chain">What came of the chain up to now.</param>
    /// <param name="now">What <c>t=</c> says.</param>
    public ArcSealing Seal(ArcVerification chain, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(chain);
        if (chain.Reason == ArcReason.AlreadyFailed) return new ArcSealing.AlreadyFailed();
        if (chain.HighestInstance >= ArcFieldParser.MaxInstance) return new ArcSealing.Full();
        var instance = (chain.HighestInstance + 1).ToString(CultureInfo.InvariantCulture);
        var time = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var results = Results(chain, instance, out var hasResults);
        var signature = MessageSignature(chain.Message, instance, time);
        var seal = new SignatureFieldWriter("ARC-Seal", foldSignature: false)
            .Tag("a", AlgorithmNames.Of(key.Algorithm)).Signature().Tag("cv", ArcWords.Of(chain.Result)).Tag("d", options.Domain.ToString()).Tag("i", instance)
            .Tag("s", options.Selector).Tag("t", time);
        // Above a broken chain a seal covers its own set only.
        var covered = chain.Result == ArcResult.Pass ? chain.Sets : [];
        var hash = ArcSealHash.Of(covered, Field(results), Field(signature), seal.Unsigned());
        return new ArcSealing.Sealed(chain.HighestInstance + 1, chain.Result, hasResults, $"{seal.Signed(key.Sign(hash))}{signature}{results}");
    }

    private string MessageSignature(MessageHeaders message, string instance, string time)
    {
        var names = options.Headers.Count > 0 ? options.Headers : Usual(message);
        var signed = new SignedMessage(message);
        var (bodyHash, _) = signed.HashBody(Canonicalization.Relaxed, null);
        var writer = new SignatureFieldWriter("ARC-Message-Signature", foldSignature: false)
            .Tag("a", AlgorithmNames.Of(key.Algorithm)).Signature().Tag("bh", Convert.ToBase64String(bodyHash)).Tag("c", "relaxed/relaxed")
            .Tag("d", options.Domain.ToString()).Tag("h", string.Join(':', names)).Tag("i", instance).Tag("s", options.Selector).Tag("t", time);
        return writer.Signed(key.Sign(signed.HashUnsigned(writer.Unsigned(), names, Canonicalization.Relaxed)));
    }

    // DKIM signatures are covered too (RFC 8617, section 4.1.2); ARC fields are not: the seal covers those.
    private static List<string> Usual(MessageHeaders message)
    {
        var names = new List<string>();
        foreach (var name in DkimSigner.UsualHeaders.Append("DKIM-Signature"))
        {
            var count = message.All(Encoding.ASCII.GetBytes(name)).Count;
            for (var i = 0; i < count && names.Count < SignatureTags.MaxSignedHeaders / 2; i++) names.Add(name);
        }
        return names;
    }

    // All Authentication-Results of this server are put together in one (RFC 8617, section 4.1.1), without what can't be read.
    private string Results(ArcVerification chain, string instance, out bool any)
    {
        var methods = chain.Message.All("Authentication-Results"u8).Select(field => AuthenticationResultsField.Parse(field.Value.Span))
            .Where(field => field.IsKnownVersion && string.Equals(field.AuthservId, options.AuthservId, StringComparison.OrdinalIgnoreCase)).SelectMany(field => field.Methods).ToArray();
        any = methods.Length > 0;
        var results = new AuthenticationResultsField(options.AuthservId, any ? methods : [new MethodResult("arc", ArcWords.Of(chain.Result))]);
        return $"{AuthenticationResultsWriter.Write($"ARC-Authentication-Results: i={instance}; ", results)}\r\n";
    }

    private static HeaderField Field(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return new HeaderField(Encoding.UTF8.GetBytes(text[..^2]), 0, colon, colon + 1);
    }
}
