namespace Todoku.Logs.Correlation;

/// <summary>
/// When a message whose end the log does not show is no longer followed, so that memory does not grow with the days that a log covers.
/// <list type="table">
/// <item><term>in the queue</term><description>no line has named it for 5 days. Postfix returns mail to its sender after that time (postconf(5),
/// maximal_queue_lifetime), Exim's first retry rule after 4 days, and both write a line at every try, which are hours apart at the most: after such a silence the
/// rest was not written to this log. Mail that is tried again for weeks is named all the time and so stays.</description></item>
/// <item><term>not seen in the queue</term><description>no line has named it for a day. The queue's first line follows arrival within minutes; without it the
/// message was refused at the end of its data, broken off by the client, or announced here (a bounce notice, a content filter's next id) and logged
/// elsewhere.</description></item>
/// </list>
/// </summary>
internal static class MessageAge
{
    /// <summary>How often a message is looked at, in ticks of the log's own time: what is over is forgotten up to so much later.</summary>
    public const long LookEvery = TimeSpan.TicksPerDay;

    private const long InQueue = 5 * TimeSpan.TicksPerDay;
    private const long NotInQueue = TimeSpan.TicksPerDay;

    /// <summary>Whether a message is to be forgotten at a time, UTC ticks.</summary>
    public static bool IsOver(MessageLife life, long now) => now - life.LastSeen > (life.WasQueued || life.WasPutOff ? InQueue : NotInQueue);
}
