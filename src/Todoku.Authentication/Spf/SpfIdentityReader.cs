using System.Text;
using Todoku.Mail;

namespace Todoku.Authentication.Spf;

/// <summary>Makes the identity of a request: whose record decides, and what macros stand for (RFC 7208, sections 2.4, 4.1 and 4.3).</summary>
internal static class SpfIdentityReader
{
    private const string Postmaster = "postmaster";

    /// <summary>Which identity is checked.</summary>
    public static SpfIdentity KindOf(string sender) => Bare(sender).IsEmpty ? SpfIdentity.Helo : SpfIdentity.MailFrom;

    /// <summary>What macros stand for. The sender's domain is <see cref="MacroValues.SenderDomain"/>.</summary>
    public static MacroValues Values(SpfRequest request, TimeProvider time)
    {
        var sender = Bare(request.Sender);
        var at = sender.LastIndexOf('@');
        var domain = sender.IsEmpty ? request.Helo : sender[(at + 1)..].ToString();
        // U-labels are asked for as A-labels, and stand so in macros (RFC 8616, section 4).
        if (!Ascii.IsValid(domain) && DomainName.TryParse(domain, out var encoded)) domain = encoded.ToString();
        var local = at > 0 ? sender[..at].ToString() : Postmaster;
        return new MacroValues
        {
            Sender = at > 0 && sender.Length - at - 1 == domain.Length ? sender.ToString() : $"{local}@{domain}",
            LocalPart = local,
            SenderDomain = domain,
            Helo = request.Helo.Length > SpfLimits.IdentityLength ? "unknown" : request.Helo,
            Client = new SpfClient(request.Ip),
            Receiver = request.Receiver,
            UnixTime = () => time.GetUtcNow().ToUnixTimeSeconds(),
        };
    }

    /// <summary>The domain as DNS carries it; null for what is no domain name of several labels: a literal, "localhost", an empty or too long label.</summary>
    public static DomainName? Name(MacroValues values)
    {
        var domain = values.SenderDomain;
        if (values.Sender.Length > SpfLimits.IdentityLength || domain.StartsWith('[')) return null;
        if (domain.EndsWith('.')) domain = domain[..^1];
        return domain.EndsWith('.') || MacroExpander.ToName(domain) is not { LabelCount: > 1 } name ? null : name;
    }

    private static ReadOnlySpan<char> Bare(string sender)
    {
        var bare = sender.AsSpan().Trim();
        return bare.StartsWith('<') && bare.EndsWith('>') ? bare[1..^1] : bare;
    }
}
