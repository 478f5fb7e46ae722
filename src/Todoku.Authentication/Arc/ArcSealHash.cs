using Todoku.Authentication.Signatures;
using Todoku.Mail.Messages;

namespace Todoku.Authentication.Arc;

/// <summary>The hash that a seal signs: the fields of all sets up to its own, results, signature and seal of each (RFC 8617, section 5.1.1).</summary>
internal static class ArcSealHash
{
    /// <summary>Of a seal in a message.</summary>
    /// <param name="sets">The sets from the first to the seal's own.</param>
    public static byte[] Of(IReadOnlyList<ArcSet> sets)
    {
        var own = sets[^1].Seal;
        return Of(sets, sets[^1].AuthenticationResults, sets[^1].MessageSignature.Field, own.Field, own.SignatureStart, own.SignatureEnd, sets.Count - 1);
    }

    /// <summary>Of a seal that is being made.</summary>
    /// <param name="sets">The sets before it that it covers.</param>
    /// <param name="results">Its own set's ARC-Authentication-Results.</param>
    /// <param name="signature">Its own set's ARC-Message-Signature.</param>
    /// <param name="seal">The seal with an empty <c>b=</c>.</param>
    public static byte[] Of(IReadOnlyList<ArcSet> sets, HeaderField results, HeaderField signature, HeaderField seal) => Of(sets, results, signature, seal, 0, 0, sets.Count);

    private static byte[] Of(IReadOnlyList<ArcSet> sets, HeaderField results, HeaderField signature, HeaderField seal, int cutStart, int cutEnd, int before)
    {
        using var writer = new HashWriter();
        for (var i = 0; i < before; i++)
        {
            HeaderCanonicalizer.Write(sets[i].AuthenticationResults, Canonicalization.Relaxed, writer);
            HeaderCanonicalizer.Write(sets[i].MessageSignature.Field, Canonicalization.Relaxed, writer);
            HeaderCanonicalizer.Write(sets[i].Seal.Field, Canonicalization.Relaxed, writer);
        }
        HeaderCanonicalizer.Write(results, Canonicalization.Relaxed, writer);
        HeaderCanonicalizer.Write(signature, Canonicalization.Relaxed, writer);
        HeaderCanonicalizer.WriteUnsigned(seal, cutStart, cutEnd, Canonicalization.Relaxed, writer);
        return writer.Current();
    }
}
