namespace Todoku.Relay.Policy.ReturnPaths;

/// <summary>Which envelope senders a rule is for.</summary>
public enum SenderCondition : byte
{
    /// <summary>All but the null sender.</summary>
    Any,

    /// <summary>Those that the host made up for a program that gave none: <c>www-data@this-host</c> (<see cref="HostDerivedSender"/>).</summary>
    HostDerived,

    /// <summary>Those whose domain does not align with that of the From field, so that SPF does nothing for DMARC.</summary>
    Unaligned,
}
