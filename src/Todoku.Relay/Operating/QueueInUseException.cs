namespace Todoku.Relay.Operating;

/// <summary>Another process has the queue's file open; two relays on one queue would send everything twice.</summary>
/// <param name="detail">What the system says.</param>
public sealed class QueueInUseException(string detail) : Exception(detail);
