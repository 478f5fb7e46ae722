namespace Todoku.Relay.Queue;

/// <summary>
/// That an attempt is about to hand over a message. It is kept before DATA is said, so that after a crash it is known which messages the
/// other side may have taken already.
/// </summary>
/// <param name="Entry">The entry.</param>
/// <param name="StartedAt">When.</param>
/// <param name="Path">The path: an address, a smart host, a maildir.</param>
public sealed record AttemptRecord(EntryId Entry, DateTimeOffset StartedAt, string Path);
