using Todoku.Dns;

namespace Todoku.Authentication.Spf;

/// <summary>Why a check ended as it did. <c>Domain</c> is always the domain whose record it was.</summary>
public abstract record SpfReason
{
    private SpfReason()
    {
    }

    /// <summary>The identity has no domain that can be asked about: a literal, one label, an empty or too long label (section 4.3).</summary>
    public sealed record MalformedDomain(string Domain) : SpfReason;

    /// <summary>The domain publishes no record (section 4.5).</summary>
    /// <param name="Domain">The domain.</param>
    /// <param name="Exists">Whether DNS has the name at all.</param>
    public sealed record NoRecord(string Domain, bool Exists) : SpfReason;

    /// <summary>The domain publishes several records (section 4.5).</summary>
    public sealed record SeveralRecords(string Domain, int Count) : SpfReason;

    /// <summary>A record breaks the grammar (section 4.6).</summary>
    public sealed record SyntaxErrors(string Domain, SpfRecord Record) : SpfReason;

    /// <summary>A mechanism matched.</summary>
    public sealed record Matched(string Domain, SpfTerm.Mechanism Term) : SpfReason;

    /// <summary>No mechanism matched, and there is no redirect (section 4.7).</summary>
    public sealed record NoMatch(string Domain) : SpfReason;

    /// <summary>More than ten terms ask DNS (section 4.6.4).</summary>
    /// <param name="Domain">Whose record has the term.</param>
    /// <param name="Term">The eleventh.</param>
    public sealed record TooManyLookups(string Domain, SpfTerm Term) : SpfReason;

    /// <summary>More than two questions came to nothing (section 4.6.4).</summary>
    /// <param name="Domain">Whose record has the term.</param>
    /// <param name="Term">The term that asked the third.</param>
    public sealed record TooManyVoidLookups(string Domain, SpfTerm Term) : SpfReason;

    /// <summary>A name of <c>mx</c> has more than ten MX records (section 4.6.4).</summary>
    /// <param name="Domain">Whose record has the term.</param>
    /// <param name="Term">The term.</param>
    /// <param name="Name">The name with the MX records.</param>
    /// <param name="Count">How many there are.</param>
    public sealed record TooManyMailExchangers(string Domain, SpfTerm Term, string Name, int Count) : SpfReason;

    /// <summary><c>include</c> or <c>redirect</c> names a domain without a record (sections 5.2 and 6.1).</summary>
    /// <param name="Domain">Whose record has the term.</param>
    /// <param name="Term">The term.</param>
    /// <param name="Cause">Why the other domain has none: <see cref="MalformedDomain"/> or <see cref="NoRecord"/>.</param>
    public sealed record TargetWithoutRecord(string Domain, SpfTerm Term, SpfReason Cause) : SpfReason;

    /// <summary>DNS gave no answer (sections 4.4 and 5).</summary>
    /// <param name="Domain">Whose record it was, or should have been.</param>
    /// <param name="Term">The term that asked; null where the record itself was asked for.</param>
    /// <param name="Name">The name asked for.</param>
    /// <param name="Type">The type asked for.</param>
    /// <param name="Failure">How it failed.</param>
    public sealed record DnsFailed(string Domain, SpfTerm? Term, string Name, DnsRecordType Type, DnsFailure Failure) : SpfReason;

    /// <summary>The check took longer than <see cref="SpfLimits.Time"/>.</summary>
    public sealed record TimeIsUp(string Domain) : SpfReason;
}
