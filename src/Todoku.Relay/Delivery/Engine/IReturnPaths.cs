using Todoku.Relay.Queue;

namespace Todoku.Relay.Delivery.Engine;

/// <summary>Makes the envelope sender of a recipient whose bounces are to come back to the relay.</summary>
public interface IReturnPaths
{
    /// <summary>The address under <see cref="QueuedEnvelope.VerpDomain"/>, remembered so that what comes back can be told.</summary>
    /// <param name="entry">Message and recipient.</param>
    /// <param name="envelope">The envelope; has a <see cref="QueuedEnvelope.VerpDomain"/>.</param>
    /// <param name="provider">Who takes the recipient's mail.</param>
    /// <param name="path">By which path it goes.</param>
    string For(EntryId entry, QueuedEnvelope envelope, string provider, string path);
}
