namespace Todoku.Diagnosis.Checks;

/// <summary>Where a selector's name comes from. Only a guess may be absent from DNS without being a fault.</summary>
public enum SelectorOrigin
{
    /// <summary>The user gave it.</summary>
    Given,

    /// <summary>The signer logged it, or a receiver's reply in the log names it.</summary>
    Log,

    /// <summary>A message is signed with it.</summary>
    Message,

    /// <summary>The signer's configuration on this host names it.</summary>
    Configuration,

    /// <summary>A key is published under it, and it is one of a service that the domain's MX or SPF names.</summary>
    Dns,

    /// <summary>A name that senders often use.</summary>
    Guess,
}
