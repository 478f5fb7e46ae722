using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Todoku.Mail;
using Todoku.Smtp.Client.Wire;

namespace Todoku.Smtp.Client.Tls;

/// <summary>Decides whether a server's certificate is the one that the session requires.</summary>
internal static class CertificateJudge
{
    private const int MaxNames = 100;

    /// <summary>Decides.</summary>
    /// <param name="settings">What is required.</param>
    /// <param name="certificate">The server's own certificate.</param>
    /// <param name="chain">The chain that was built, with what the server sent.</param>
    /// <param name="errors">What is wrong with the chain; the name is looked at here.</param>
    public static CertificateVerdict Judge(TlsSettings settings, X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null) return new CertificateVerdict(settings.Requirement.IsMandatory ? TlsFailure.NoCertificate : null, CertificateStatus.Untrusted, "", "no certificate");
        var isTrusted = (errors & SslPolicyErrors.RemoteCertificateChainErrors) == 0;
        switch (settings.Requirement)
        {
            case TlsRequirement.Verified verified:
                return JudgeNames(certificate, chain, isTrusted, verified.Names);
            case TlsRequirement.Dane dane when dane.Associations.Any(association => association.IsUsable):
                return DaneMatcher.Judge(certificate, chain, dane);
            default:
                DomainName[] names = settings.ServerName is { } name ? [name] : [];
                var known = JudgeNames(certificate, chain, isTrusted, names);
                var status = known.Failure switch
                {
                    null => CertificateStatus.Verified,
                    TlsFailure.NameMismatch => CertificateStatus.Trusted,
                    _ => CertificateStatus.Untrusted,
                };
                return known with { Failure = null, Status = status };
        }
    }

    /// <summary>The name of the list that the certificate is for; null when none is (RFC 6125, section 6.4; common names don't count).</summary>
    public static string? MatchingName(X509Certificate2 certificate, IReadOnlyList<DomainName> names)
    {
        foreach (var name in names.Take(MaxNames))
        {
            try
            {
                if (certificate.MatchesHostname(name.ToString(), allowWildcards: true, allowCommonName: false)) return name.ToString();
            }
            catch (Exception error) when (error is ArgumentException or System.Security.Cryptography.CryptographicException)
            {
                // The name is no host's, or the certificate's list of names can't be read: no match.
            }
        }
        return null;
    }

    /// <summary>The first name in the certificate, made fit to show.</summary>
    public static string FirstName(X509Certificate2 certificate)
    {
        try
        {
            return PrintableText.Of(certificate.GetNameInfo(X509NameType.DnsName, forIssuer: false));
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return "";
        }
    }

    /// <summary>What is wrong with a chain, in the words of the library.</summary>
    public static string Describe(X509Chain? chain) => chain is null || chain.ChainStatus.Length == 0
        ? "the chain is not valid"
        : PrintableText.Of(string.Join(", ", chain.ChainStatus.Select(status => status.Status)));

    private static CertificateVerdict JudgeNames(X509Certificate2 certificate, X509Chain? chain, bool isTrusted, IReadOnlyList<DomainName> names)
    {
        var first = FirstName(certificate);
        if (!isTrusted) return new CertificateVerdict(FailureOf(chain), CertificateStatus.Untrusted, first, Describe(chain));
        return MatchingName(certificate, names) is { } name
            ? new CertificateVerdict(null, CertificateStatus.Verified, name, "")
            : new CertificateVerdict(TlsFailure.NameMismatch, CertificateStatus.Trusted, first, $"the certificate is for {first}");
    }

    // Said to be expired only when that is all that is wrong.
    private static TlsFailure FailureOf(X509Chain? chain) =>
        chain is { ChainStatus.Length: > 0 } && chain.ChainStatus.All(status => status.Status is X509ChainStatusFlags.NotTimeValid)
            ? TlsFailure.Expired
            : TlsFailure.NotTrusted;
}
