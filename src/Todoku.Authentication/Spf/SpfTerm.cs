namespace Todoku.Authentication.Spf;

/// <summary>A term of a record: a mechanism or a modifier (RFC 7208, section 4.6.1).</summary>
public abstract record SpfTerm
{
    private SpfTerm()
    {
    }

    /// <summary>The term as it stands in the record.</summary>
    public required string Text { get; init; }

    /// <summary>Where it begins, in octets from the beginning of the record.</summary>
    public required int Offset { get; init; }

    /// <summary>Whether it counts against the limit of terms that ask DNS (<see cref="SpfLimits.Lookups"/>).</summary>
    public virtual bool AsksDns => false;

    /// <inheritdoc/>
    public sealed override string ToString() => Text;

    /// <summary>Matches a client or not (RFC 7208, section 5).</summary>
    public abstract record Mechanism : SpfTerm
    {
        private protected Mechanism()
        {
        }

        /// <summary>What it says when it matches.</summary>
        public required SpfQualifier Qualifier { get; init; }
    }

    /// <summary>Changes what is done with a record (RFC 7208, section 6).</summary>
    public abstract record Modifier : SpfTerm
    {
        private protected Modifier()
        {
        }
    }

    /// <summary><c>all</c>: matches always (section 5.1).</summary>
    public sealed record All : Mechanism;

    /// <summary><c>include</c>: matches where another domain's record says pass (section 5.2).</summary>
    /// <param name="Domain">The other domain.</param>
    public sealed record Include(MacroString Domain) : Mechanism
    {
        /// <inheritdoc/>
        public override bool AsksDns => true;
    }

    /// <summary><c>a</c>: matches the addresses of a name (section 5.3).</summary>
    /// <param name="Domain">The name; null for the domain of the record.</param>
    /// <param name="PrefixLength4">How many bits of an IPv4 address count, 0 to 32.</param>
    /// <param name="PrefixLength6">How many bits of an IPv6 address count, 0 to 128.</param>
    public sealed record A(MacroString? Domain, int PrefixLength4, int PrefixLength6) : Mechanism
    {
        /// <inheritdoc/>
        public override bool AsksDns => true;
    }

    /// <summary><c>mx</c>: matches the addresses of a domain's mail exchangers (section 5.4).</summary>
    /// <param name="Domain">The domain; null for the domain of the record.</param>
    /// <param name="PrefixLength4">How many bits of an IPv4 address count, 0 to 32.</param>
    /// <param name="PrefixLength6">How many bits of an IPv6 address count, 0 to 128.</param>
    public sealed record Mx(MacroString? Domain, int PrefixLength4, int PrefixLength6) : Mechanism
    {
        /// <inheritdoc/>
        public override bool AsksDns => true;
    }

    /// <summary><c>ptr</c>: matches where a name of the client lies in a domain; should not be used (section 5.5).</summary>
    /// <param name="Domain">The domain; null for the domain of the record.</param>
    public sealed record Ptr(MacroString? Domain) : Mechanism
    {
        /// <inheritdoc/>
        public override bool AsksDns => true;
    }

    /// <summary><c>ip4</c> and <c>ip6</c>: match addresses (section 5.6).</summary>
    /// <param name="Network">The addresses.</param>
    public sealed record Ip(AddressBlock Network) : Mechanism;

    /// <summary><c>exists</c>: matches where a name has an A record (section 5.7).</summary>
    /// <param name="Domain">The name.</param>
    public sealed record Exists(MacroString Domain) : Mechanism
    {
        /// <inheritdoc/>
        public override bool AsksDns => true;
    }

    /// <summary><c>redirect</c>: another domain's record decides where no mechanism matches (section 6.1).</summary>
    /// <param name="Domain">The other domain.</param>
    public sealed record Redirect(MacroString Domain) : Modifier
    {
        /// <inheritdoc/>
        public override bool AsksDns => true;
    }

    /// <summary><c>exp</c>: where the text for a refused sender stands (section 6.2).</summary>
    /// <param name="Domain">The name of its TXT record.</param>
    public sealed record Explanation(MacroString Domain) : Modifier;

    /// <summary>A modifier that RFC 7208 does not know; it is ignored (section 6).</summary>
    /// <param name="Name">What stands before "=".</param>
    public sealed record Other(string Name) : Modifier;
}
