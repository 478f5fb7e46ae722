namespace Todoku.Smtp.Client.Outcomes;

/// <summary>How one recipient of an attempt stands.</summary>
public enum RecipientStatus : byte
{
    /// <summary>The server said nothing final, and has not got the message.</summary>
    Unanswered,

    /// <summary>The server took the message for this recipient.</summary>
    Accepted,

    /// <summary>The server refused this recipient, or the message for it, for now (4yz) or for good (5yz).</summary>
    Refused,

    /// <summary>The server got the whole message and did not answer: it may or may not have taken it.</summary>
    PossiblyDelivered,
}
