using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Todoku.Smtp.Client.Tls;

/// <summary>
/// Holds a certificate against TLSA records (RFC 7672, section 3.1). Usage 3 names the server's own certificate: neither its names nor its dates count.
/// Usage 2 names an authority that the server sends along: the certificate has to be signed by it, be within its dates and bear one of the names.
/// </summary>
internal static class DaneMatcher
{
    // A record of unlimited size is hashed against each certificate: both are bounded.
    private const int MaxAssociations = 32;
    private const int MaxCertificates = 10;

    /// <summary>Decides. At least one association is usable.</summary>
    public static CertificateVerdict Judge(X509Certificate2 certificate, X509Chain? chain, TlsRequirement.Dane required)
    {
        var first = CertificateJudge.FirstName(certificate);
        TlsaAssociation[] usable = [.. required.Associations.Where(association => association.IsUsable).Take(MaxAssociations)];
        if (usable.Any(association => association.Usage == 3 && Matches(association, certificate))) return new CertificateVerdict(null, CertificateStatus.Dane, first, "");
        var sent = Sent(certificate, chain);
        foreach (var authority in sent.Where(candidate => usable.Any(association => association.Usage == 2 && Matches(association, candidate))))
        {
            return JudgeUnder(authority, certificate, sent, required, first);
        }
        return new CertificateVerdict(TlsFailure.DaneMismatch, CertificateStatus.Untrusted, first, "no TLSA record matches the certificate");
    }

    /// <summary>Whether a record names a certificate.</summary>
    public static bool Matches(TlsaAssociation association, X509Certificate2 certificate)
    {
        var selected = association.Selector == 0 ? certificate.RawData : certificate.PublicKey.ExportSubjectPublicKeyInfo();
        return association.MatchingType switch
        {
            0 => association.Data.Span.SequenceEqual(selected),
            1 => association.Data.Span.SequenceEqual(SHA256.HashData(selected)),
            2 => association.Data.Span.SequenceEqual(SHA512.HashData(selected)),
            _ => false,
        };
    }

    private static CertificateVerdict JudgeUnder(X509Certificate2 authority, X509Certificate2 certificate, X509Certificate2[] sent, TlsRequirement.Dane required, string first)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        // The authority may itself have been issued by another that is not at hand: trust begins with it.
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.AllowUnknownCertificateAuthority;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.ExtraStore.AddRange(sent);
        var isValid = chain.Build(certificate) && chain.ChainElements.Any(element => element.Certificate.RawDataMemory.Span.SequenceEqual(authority.RawDataMemory.Span));
        if (!isValid)
        {
            var isExpired = chain.ChainStatus.Any(status => status.Status == X509ChainStatusFlags.NotTimeValid);
            return new CertificateVerdict(isExpired ? TlsFailure.Expired : TlsFailure.DaneMismatch, CertificateStatus.Untrusted, first, CertificateJudge.Describe(chain));
        }
        return CertificateJudge.MatchingName(certificate, required.Names) is { } name
            ? new CertificateVerdict(null, CertificateStatus.Dane, name, "")
            : new CertificateVerdict(TlsFailure.NameMismatch, CertificateStatus.Untrusted, first, $"the certificate is for {first}");
    }

    // What the server sent, its own certificate left out: usage 2 names who issued it.
    private static X509Certificate2[] Sent(X509Certificate2 certificate, X509Chain? chain) => chain is null
        ? []
        : [.. chain.ChainPolicy.ExtraStore.Concat(chain.ChainElements.Select(element => element.Certificate))
            .Where(candidate => !candidate.RawDataMemory.Span.SequenceEqual(certificate.RawDataMemory.Span)).Take(MaxCertificates)];
}
