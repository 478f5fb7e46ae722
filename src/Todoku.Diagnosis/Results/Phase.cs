using Todoku.Knowledge;

namespace Todoku.Diagnosis;

/// <summary>A stretch of time in which mail for a provider was delivered, or failed mainly by one cause.</summary>
/// <param name="From">Its first attempt.</param>
/// <param name="To">Its last attempt; the log may end within the phase.</param>
/// <param name="Cause">What it failed by; null: delivered.</param>
/// <param name="Failed">Attempts that failed in it.</param>
/// <param name="Delivered">Attempts that were delivered in it.</param>
/// <param name="IsCurrent">Whether it still holds at the end of the log.</param>
public sealed record Phase(DateTimeOffset From, DateTimeOffset To, Cause? Cause, long Failed, long Delivered, bool IsCurrent);
