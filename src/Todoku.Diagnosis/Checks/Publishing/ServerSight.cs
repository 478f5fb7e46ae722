namespace Todoku.Diagnosis.Checks.Publishing;

/// <summary>What one server shows of one record.</summary>
/// <param name="Change">The record.</param>
/// <param name="Server">The server's name; empty for the resolver.</param>
/// <param name="Sight">What it shows.</param>
/// <param name="TimeToLive">How long the answer may be kept; zero when it isn't known.</param>
public sealed record ServerSight(PublicationChange Change, string Server, RecordSight Sight, TimeSpan TimeToLive);
