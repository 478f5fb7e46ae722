namespace Todoku.Authentication.Spf;

/// <summary>What a step found and compared with the client.</summary>
public abstract record SpfEvidence
{
    private SpfEvidence()
    {
    }

    /// <summary>Nothing needed to be found.</summary>
    public static SpfEvidence Nothing { get; } = new None();

    /// <summary>Nothing needed to be found.</summary>
    public sealed record None : SpfEvidence;

    /// <summary>The record of a domain.</summary>
    public sealed record Record(SpfRecord Value) : SpfEvidence;

    /// <summary>Why it ended here.</summary>
    public sealed record Ended(SpfReason Reason) : SpfEvidence;

    /// <summary>The block is for the other kind of address than the client's.</summary>
    public sealed record OtherFamily(AddressBlock Block) : SpfEvidence;

    /// <summary>The block was compared.</summary>
    public sealed record Network(AddressBlock Block) : SpfEvidence;

    /// <summary>Addresses were compared.</summary>
    /// <param name="Name">The name of the term.</param>
    /// <param name="Hosts">Its hosts: itself for <c>a</c>, the mail exchangers for <c>mx</c>; empty when it has none.</param>
    /// <param name="PrefixLength">How many bits were compared.</param>
    public sealed record Addresses(string Name, IReadOnlyList<SpfHost> Hosts, int PrefixLength) : SpfEvidence;

    /// <summary>A name was looked for.</summary>
    public sealed record Existence(string Name, bool Exists) : SpfEvidence;

    /// <summary>The client's names were compared.</summary>
    /// <param name="Target">Where they must lie.</param>
    /// <param name="Names">Those that lead back to the client.</param>
    public sealed record ClientNames(string Target, IReadOnlyList<string> Names) : SpfEvidence;

    /// <summary>The other domain's verdict.</summary>
    public sealed record Verdict(string Target, SpfVerdict Value) : SpfEvidence;

    /// <summary>The name can't be one, so nothing was asked.</summary>
    public sealed record MalformedName(string Name) : SpfEvidence;

    /// <summary>The sender's local part is not ASCII, so a term that holds it matches nothing (RFC 8616, section 4).</summary>
    public sealed record LocalPartNotAscii : SpfEvidence;
}
