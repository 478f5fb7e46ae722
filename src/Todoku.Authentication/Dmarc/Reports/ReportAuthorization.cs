using Todoku.Dns;
using Todoku.Mail;

namespace Todoku.Authentication.Dmarc.Reports;

/// <summary>Whether a domain lets reports about another one be sent to it (RFC 9990, verifying external destinations; RFC 7489, section 7.1).</summary>
public abstract record ReportAuthorization
{
    private ReportAuthorization()
    {
    }

    /// <summary>The record that says yes.</summary>
    public const string RecordToPublish = "v=DMARC1;";

    /// <summary>Both have the same organisational domain: nobody needs to say yes.</summary>
    public sealed record SameOrganization : ReportAuthorization;

    /// <summary>The address is no mailto URI: there is no domain to ask.</summary>
    public sealed record NotByMail : ReportAuthorization;

    /// <summary>It says yes.</summary>
    /// <param name="Name">Where.</param>
    /// <param name="Text">The record; a stranger wrote it.</param>
    public sealed record Authorized(DomainName Name, string Text) : ReportAuthorization;

    /// <summary>It doesn't, so reporters send nothing there.</summary>
    /// <param name="Name">Where it would have to publish <see cref="RecordToPublish"/>; null when the name is too long for DNS.</param>
    public sealed record NotAuthorized(DomainName? Name) : ReportAuthorization;

    /// <summary>DNS gave no answer that can be relied on.</summary>
    public sealed record Unknown(DomainName? Name, DnsFailure Failure) : ReportAuthorization;
}
