namespace Todoku.Relay.Queue.Lanes;

/// <summary>What a lane holds. Kept with every change, never counted.</summary>
/// <param name="Lane">The lane.</param>
/// <param name="Waiting">Entries that are not due yet.</param>
/// <param name="Due">Entries that wait for their turn.</param>
/// <param name="Leased">Entries that are being sent.</param>
/// <param name="Held">Entries that are held.</param>
/// <param name="Limit">The most that may be sent at once; null without a limit.</param>
/// <param name="HeldPaths">The paths by which nothing is sent for now.</param>
public sealed record LaneCounts(LaneKey Lane, int Waiting, int Due, int Leased, int Held, int? Limit, IReadOnlyList<HeldPath> HeldPaths);
