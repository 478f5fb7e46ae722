using Todoku.Authentication.Dmarc.Records;

namespace Todoku.Authentication.Dmarc;

/// <summary>Which policy applies, and which tag gave it (RFC 9989, sections 4.7 and 4.10.1).</summary>
/// <param name="Published">What the tag says.</param>
/// <param name="Applied">What applies: with t=y one step milder.</param>
/// <param name="Tag">The tag: p, sp or np; empty when none can be read and "none" is assumed.</param>
/// <param name="Existence">Whether the author's domain exists, where np made that matter.</param>
public sealed record PolicyChoice(DmarcPolicy Published, DmarcPolicy Applied, string Tag, DomainExistence Existence)
{
    /// <summary>Whether t=y made it milder.</summary>
    public bool IsTesting => Applied != Published;

    /// <summary>Whether np makes it matter that the author's domain exists: the record speaks for a subdomain, and np says something else than sp.</summary>
    internal static bool DependsOnExistence(DmarcRecord record, bool isSubdomain) => record.Standing == DmarcStanding.Usable
        && isSubdomain && record.NonexistentPolicy is { } nonexistent && nonexistent != (record.SubdomainPolicy ?? record.Policy);

    /// <summary>
    /// Chooses: p for the record's own domain; below it np when the domain doesn't exist, else sp, else p. A record that is only good for its
    /// report addresses says none.
    /// </summary>
    internal static PolicyChoice Choose(DmarcRecord record, bool isSubdomain, DomainExistence existence)
    {
        if (record.Standing == DmarcStanding.AssumedNone) return new PolicyChoice(DmarcPolicy.None, DmarcPolicy.None, "", existence);
        var (policy, tag) = (record.Policy ?? DmarcPolicy.None, "p");
        if (isSubdomain && record.SubdomainPolicy is { } subdomain) (policy, tag) = (subdomain, "sp");
        // Where np and sp agree nobody asked whether the domain exists, and it doesn't matter which tag is named.
        if (isSubdomain && record.NonexistentPolicy is { } nonexistent && existence == DomainExistence.Missing) (policy, tag) = (nonexistent, "np");
        var applied = record.IsTesting && policy != DmarcPolicy.None ? policy - 1 : policy;
        return new PolicyChoice(policy, applied, tag, existence);
    }
}
