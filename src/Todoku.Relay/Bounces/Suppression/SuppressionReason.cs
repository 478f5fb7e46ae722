namespace Todoku.Relay.Bounces.Suppression;

/// <summary>Why a recipient is not written to.</summary>
public enum SuppressionReason : byte
{
    /// <summary>A message came back: there is no such mailbox.</summary>
    RecipientUnknown,

    /// <summary>A message came back: the mailbox is closed.</summary>
    RecipientDisabled,

    /// <summary>The recipient called a message spam.</summary>
    Complaint,

    /// <summary>An administrator said so.</summary>
    Manual,
}
