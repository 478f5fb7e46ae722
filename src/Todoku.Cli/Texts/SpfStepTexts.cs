using Todoku.Authentication.Spf;

namespace Todoku.Cli.Texts;

/// <summary>The steps of an SPF check.</summary>
internal abstract class SpfStepTexts
{
    /// <summary>The mechanism matches.</summary>
    public abstract string Matched { get; }

    /// <summary>The mechanism doesn't match.</summary>
    public abstract string NotMatched { get; }

    /// <summary>What came of it, and why.</summary>
    public abstract string Pair(string outcome, string why);

    /// <summary>Terms that were not looked at.</summary>
    public abstract string Skipped(string terms);

    /// <summary>More of a list than is shown.</summary>
    public abstract string More(int count);

    /// <summary>Between the parts of a list.</summary>
    public abstract string Separator { get; }

    /// <summary>The term follows another domain's record.</summary>
    public abstract string Followed { get; }

    /// <summary>The address is in the block.</summary>
    public abstract string InNetwork(string ip, AddressBlock block);

    /// <summary>The address is not in the block.</summary>
    public abstract string NotInNetwork(string ip, AddressBlock block);

    /// <summary>The block is for the other kind of address.</summary>
    public abstract string OtherFamily(bool isForIPv4);

    /// <summary>A host and its addresses.</summary>
    public abstract string Host(string name, string addresses);

    /// <summary>A host without an address of the client's kind.</summary>
    public abstract string NoAddress(string name, bool isIPv4);

    /// <summary>A domain without mail exchangers.</summary>
    public abstract string NoExchanger(string name);

    /// <summary>How many bits were compared.</summary>
    public abstract string Compared(int prefixLength);

    /// <summary>The name has an A record, or not.</summary>
    public abstract string Existence(string name, bool exists);

    /// <summary>The client's names, none of which need lie in the domain.</summary>
    public abstract string ClientNames(string names, string target);

    /// <summary>The client has no name that leads back to it.</summary>
    public abstract string NoClientName { get; }

    /// <summary>What the other record says.</summary>
    public abstract string Verdict(string target, SpfVerdict verdict);

    /// <summary>The name is none.</summary>
    public abstract string MalformedName(string name);

    /// <summary>The local part is not ASCII.</summary>
    public abstract string LocalPartNotAscii { get; }
}
