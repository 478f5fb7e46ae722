namespace Todoku.Knowledge;

/// <summary>How much a provider says it takes from one sending address at a time. Null where it says nothing.</summary>
/// <param name="Connections">Connections at once.</param>
/// <param name="MessagesPerConnection">Messages over one connection.</param>
/// <param name="Recipients">Recipients of one message.</param>
/// <param name="Rate">Messages in each <paramref name="RatePeriod"/>.</param>
/// <param name="RatePeriod">The period of <paramref name="Rate"/>; zero without.</param>
/// <param name="Source">Where it says so.</param>
/// <param name="Date">When it said so.</param>
public sealed record ProviderLimits(int? Connections, int? MessagesPerConnection, int? Recipients, int? Rate, TimeSpan RatePeriod, string Source, string Date);
