using System.Net;
using Todoku.Authentication.Spf;
using Todoku.Mail;

namespace Todoku.Relay.Routing.Paths;

/// <summary>What is to be known of whether a path may carry the mail of a sender domain (SPF, RFC 7208; DKIM as DMARC counts it, RFC 7489, section 3.1).</summary>
/// <param name="Path">The name of the path.</param>
/// <param name="Sender">The domain of the envelope sender; null for the null sender.</param>
public abstract record PathAuthorizationFinding(string Path, DomainName? Sender)
{
    /// <summary>Whether the path may be taken.</summary>
    public abstract bool IsAuthorized { get; }

    /// <summary>In English.</summary>
    public abstract string Why { get; }

    /// <summary>The message bears a signature of the author's domain, which no path changes.</summary>
    /// <param name="Path">The name of the path.</param>
    /// <param name="Sender">The domain of the envelope sender; null for the null sender.</param>
    /// <param name="SigningDomain">The domain of the signature.</param>
    public sealed record Signed(string Path, DomainName? Sender, string SigningDomain) : PathAuthorizationFinding(Path, Sender)
    {
        /// <inheritdoc/>
        public override bool IsAuthorized => true;

        /// <inheritdoc/>
        public override string Why => $"signed by {SigningDomain} (DKIM)";
    }

    /// <summary>The addresses of the path pass the domain's SPF.</summary>
    /// <param name="Path">The name of the path.</param>
    /// <param name="Sender">The domain of the envelope sender; null for the null sender.</param>
    /// <param name="Domain">The domain of the envelope sender, or the EHLO name for the null sender.</param>
    public sealed record Listed(string Path, DomainName? Sender, string Domain) : PathAuthorizationFinding(Path, Sender)
    {
        /// <inheritdoc/>
        public override bool IsAuthorized => true;

        /// <inheritdoc/>
        public override string Why => $"{Domain} lists {Path} in its SPF record";
    }

    /// <summary>The null sender by a smart host: its EHLO name is the smart host's own affair.</summary>
    public sealed record NobodysSender(string Path) : PathAuthorizationFinding(Path, null)
    {
        /// <inheritdoc/>
        public override bool IsAuthorized => true;

        /// <inheritdoc/>
        public override string Why => $"the null sender needs no SPF record at {Path}";
    }

    /// <summary>The domain does not name an address of the path, and no aligned signature is there.</summary>
    /// <param name="Path">The name of the path.</param>
    /// <param name="Sender">The domain of the envelope sender; null for the null sender.</param>
    /// <param name="Domain">Whose record it is.</param>
    /// <param name="Address">The address that does not pass.</param>
    /// <param name="Verdict">What SPF says of it.</param>
    /// <param name="Record">The SPF record to publish at <paramref name="Domain"/>; it holds all that is there now.</param>
    public sealed record RecordMissing(string Path, DomainName? Sender, DomainName Domain, IPAddress? Address, SpfVerdict Verdict, string Record)
        : PathAuthorizationFinding(Path, Sender)
    {
        /// <inheritdoc/>
        public override bool IsAuthorized => false;

        /// <inheritdoc/>
        public override string Why =>
            $"{Domain} does not authorize {Path}{(Address is null ? "" : $" ({Address})")}: SPF {Verdict.ToString().ToLowerInvariant()}, no aligned DKIM signature; publish TXT {Domain} \"{Record}\" or sign with DKIM";
    }

    /// <summary>From where the path's mail leaves is not known, and no aligned signature is there.</summary>
    public sealed record AddressUnknown(string Path, DomainName? Sender) : PathAuthorizationFinding(Path, Sender)
    {
        /// <inheritdoc/>
        public override bool IsAuthorized => false;

        /// <inheritdoc/>
        public override string Why =>
            $"the addresses that {Path} sends from are not known, and the mail has no aligned DKIM signature: name them in the configuration (ipv4, ipv6; sends-from or spf-include of a smart host), or sign";
    }

    /// <summary>DNS did not answer.</summary>
    public sealed record NotKnown(string Path, DomainName? Sender, DomainName Domain) : PathAuthorizationFinding(Path, Sender)
    {
        /// <inheritdoc/>
        public override bool IsAuthorized => false;

        /// <inheritdoc/>
        public override string Why => $"DNS does not tell whether {Domain} authorizes {Path}";
    }
}
