using Todoku.Authentication.Dkim;

namespace Todoku.Cli.Texts;

/// <summary>What <c>dkim</c> says.</summary>
internal abstract class DkimTexts
{
    /// <summary>The verb dkim.</summary>
    public abstract string Help { get; }

    /// <summary>dkim verify.</summary>
    public abstract string VerifyHelp { get; }

    /// <summary>dkim sign.</summary>
    public abstract string SignHelp { get; }

    /// <summary>dkim keygen.</summary>
    public abstract string KeygenHelp { get; }

    /// <summary>--canonicalization.</summary>
    public abstract string CanonicalizationHelp { get; }

    /// <summary>--oversign.</summary>
    public abstract string OversignHelp { get; }

    /// <summary>--expire.</summary>
    public abstract string ExpireHelp { get; }

    /// <summary>--identity.</summary>
    public abstract string IdentityHelp { get; }

    /// <summary>--type.</summary>
    public abstract string TypeHelp { get; }

    /// <summary>--bits.</summary>
    public abstract string BitsHelp { get; }

    /// <summary>--out.</summary>
    public abstract string OutHelp { get; }

    /// <summary>The result of a message in one sentence.</summary>
    public abstract string Verdict(DkimResult result, int passing, int total);

    /// <summary>What to do without any signature.</summary>
    public abstract string Unsigned { get; }

    /// <summary>Title of a signature.</summary>
    public abstract string Signature(int number, int total, string domain, string selector);

    /// <summary>--identity outside --domain.</summary>
    public abstract string BadIdentity(string value, string domain);

    /// <summary>Where the private key was written.</summary>
    public abstract string KeyWritten(string file);

    /// <summary>The file exists already.</summary>
    public abstract string KeyExists(string file);

    /// <summary>Publish this record, as a zone file has it.</summary>
    public abstract string PublishZone { get; }

    /// <summary>The same as a form of a DNS service wants it: name and value.</summary>
    public abstract string PublishForm { get; }

    /// <summary>Name.</summary>
    public abstract string Name { get; }

    /// <summary>Value.</summary>
    public abstract string Value { get; }

    /// <summary>What comes then.</summary>
    public abstract string Then(string keyName);

    /// <summary>Ed25519 alone is not enough.</summary>
    public abstract string Ed25519Alone { get; }
}
