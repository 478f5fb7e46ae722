using Todoku.Mail;

namespace Todoku.Authentication.Dmarc.Discovery;

/// <summary>One step: a _dmarc name was looked up.</summary>
/// <param name="Domain">The domain whose record it would be.</param>
/// <param name="Finding">What was found.</param>
public sealed record DmarcQuery(DomainName Domain, DmarcFinding Finding)
{
    /// <summary>The name that was asked for, as text: <c>_dmarc.example.com</c>.</summary>
    public string Name => $"{DmarcLookup.Label}.{Domain}";
}
