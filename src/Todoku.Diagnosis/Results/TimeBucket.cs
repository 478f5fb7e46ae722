namespace Todoku.Diagnosis;

/// <summary>Attempts within one bucket of time.</summary>
public readonly record struct TimeBucket(DateTimeOffset Start, TimeSpan Length, long Delivered, long Deferred, long Bounced);
