namespace Todoku.Relay.Queue.Lanes;

/// <summary>A path by which mail of a lane waits, since no more may be sent by it for now.</summary>
/// <param name="Path">The path.</param>
/// <param name="Until">Until when.</param>
/// <param name="Flows">How many senders' mail waits for it (<see cref="SenderFlow"/>).</param>
public sealed record HeldPath(string Path, DateTimeOffset Until, int Flows);
