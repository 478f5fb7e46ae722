using System.Text;
using Todoku.Mail;
using Todoku.Mail.Authors;

namespace Todoku.Cli.Dmarc;

/// <summary>A value of <c>--from</c>: a From field, an address, or a domain alone.</summary>
internal static class FromArgument
{
    /// <summary>Reads the author's domain.</summary>
    public static AuthorDomain Parse(string value) => value.IndexOfAny('@', '<', ':') < 0 && DomainName.TryParse(value.AsSpan().Trim(), out var domain)
        ? new AuthorDomain.One(domain, IsRepaired: false)
        : AuthorDomain.Of(Encoding.UTF8.GetBytes(value));
}
