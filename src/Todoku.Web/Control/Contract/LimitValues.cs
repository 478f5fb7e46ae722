namespace Todoku.Web.Control.Contract;

/// <summary>What may be sent at a time.</summary>
/// <param name="Connections">Connections at once.</param>
/// <param name="MessagesPerConnection">Messages over one connection.</param>
/// <param name="Recipients">Recipients of one message.</param>
/// <param name="Rate">Messages in each period; null without a limit.</param>
/// <param name="RatePeriod">The period of the rate, in seconds.</param>
public sealed record LimitValues(int Connections, int MessagesPerConnection, int Recipients, int? Rate, double RatePeriod);
