using Todoku.Authentication.Arc;

namespace Todoku.Cli.Texts;

/// <summary>What <c>arc</c> says.</summary>
internal abstract class ArcTexts
{
    /// <summary>The verb arc.</summary>
    public abstract string Help { get; }

    /// <summary>arc verify.</summary>
    public abstract string VerifyHelp { get; }

    /// <summary>arc seal.</summary>
    public abstract string SealHelp { get; }

    /// <summary>--authserv-id.</summary>
    public abstract string AuthservIdHelp { get; }

    /// <summary>--authserv-id with a value that is none.</summary>
    public abstract string BadAuthservId(string value);

    /// <summary>The status in one sentence.</summary>
    public abstract string Verdict(ArcResult result, int sets);

    /// <summary>Why the chain fails.</summary>
    public abstract string Reason(ArcVerification verification);

    /// <summary>Title of a set.</summary>
    public abstract string Set(int instance, string domain, string selector, string status);

    /// <summary>The message was changed after this set; older message signatures don't verify, which is no fault.</summary>
    public abstract string OldestPass(int instance);

    /// <summary>What a set's own results said.</summary>
    public abstract string Results(string results);

    /// <summary>The newest message signature.</summary>
    public abstract string MessageSignature { get; }

    /// <summary>A seal.</summary>
    public abstract string Seal { get; }

    /// <summary>It verifies.</summary>
    public abstract string Verifies { get; }

    /// <summary>Not sealed: the chain had failed.</summary>
    public abstract string NotSealedFailed { get; }

    /// <summary>Not sealed: 50 sets.</summary>
    public abstract string NotSealedFull { get; }

    /// <summary>The chain was found broken, and sealed so.</summary>
    public abstract string SealedFailed { get; }

    /// <summary>The message has no results of this server.</summary>
    public abstract string NoResults(string authservId);
}
