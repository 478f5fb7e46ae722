namespace Todoku.Relay.Policy.ReturnPaths;

/// <summary>Whether a rule fits a message, or the first thing that does not.</summary>
public enum RuleOutcome : byte
{
    /// <summary>It fits: the rules behind it are not tried.</summary>
    Fits,

    /// <summary>Somebody else handed it in.</summary>
    OtherSubmitter,

    /// <summary>The domain of its From field is another.</summary>
    OtherAuthor,

    /// <summary>The rule wants one domain in the From field, and there is none, or several.</summary>
    NoAuthorDomain,

    /// <summary>The rule is for senders that the host made up, and this is none.</summary>
    NotHostDerived,

    /// <summary>The rule is for senders that do not align, and this one does.</summary>
    Aligned,
}
