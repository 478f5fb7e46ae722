namespace Todoku.Authentication.Dkim;

/// <summary>The result of DKIM in the words of RFC 8601, section 2.7.1.</summary>
public enum DkimResult
{
    /// <summary>The message has no signature.</summary>
    None,

    /// <summary>A signature verifies.</summary>
    Pass,

    /// <summary>The message or the key is not the one that was signed with.</summary>
    Fail,

    /// <summary>The signature can't be judged now: DNS gave no answer.</summary>
    TempError,

    /// <summary>The signature or its key can't be used, now or later.</summary>
    PermError,
}
