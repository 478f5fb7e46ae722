namespace Todoku.Diagnosis.Checks;

/// <summary>Where a fact about the sender comes from.</summary>
public enum FactOrigin
{
    /// <summary>The user gave it.</summary>
    Given,

    /// <summary>Postfix's configuration on this host (postconf).</summary>
    Postfix,

    /// <summary>The network settings of this host.</summary>
    Interface,

    /// <summary>A message that was received elsewhere shows it.</summary>
    Message,

    /// <summary>Others see it so: DNS servers that tell who asks.</summary>
    Outside,
}
