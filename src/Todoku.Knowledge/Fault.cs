namespace Todoku.Knowledge;

/// <summary>Whose doing a failure is, and so who can mend it.</summary>
public enum Fault : byte
{
    /// <summary>The sending side: its settings, DNS or messages.</summary>
    Sender,

    /// <summary>The network of the sending address: the hosting company, its neighbours.</summary>
    Network,

    /// <summary>The receiving provider.</summary>
    Receiver,

    /// <summary>The recipient: mailbox gone, full, own filter.</summary>
    Recipient,

    /// <summary>Nobody: waiting is all there is to do.</summary>
    Nobody,
}
