using Todoku.Knowledge;

namespace Todoku.Relay.Queue.Retry;

/// <summary>
/// When mail that failed for now is tried again, and when it is given up (RFC 5321, section 4.5.4.1: retry after 30 minutes or more, give up
/// after 4 to 5 days; sooner retries are allowed where a reason is known).
/// </summary>
/// <remarks>
/// <code>
/// cause                                   first   growth  longest  given up after
/// greylisted                              5 min   1.5     1 h      2 days    the usual delay is 5 minutes
/// rate-limited                            10 min  1.7     4 h      5 days    sooner would make it worse
/// ip-reputation, ip-blocklisted, no-ptr   30 min  2       6 h      5 days    other paths come first; time heals
/// mailbox-full                            1 h     2       12 h     5 days    somebody must delete mail
/// connection-*, remote-error, tls-failed  5 min   1.7     3 h      5 days    servers restart
/// host-not-found                          10 min  2       6 h      2 days    seldom comes back
/// what the sender must repair             30 min  2       8 h      3 days    unauthenticated, spf-fail, dkim-fail, dmarc-fail, bad-helo, ...
/// local-config, auth-required             15 min  2       4 h      5 days    we must repair it, and mail must not be lost for it
/// anything else                           15 min  2       4 h      5 days
/// </code>
/// A wait that the reply names is kept: never sooner, and never longer than a day. Chance adds up to a fifth, never takes away, so that what failed
/// together does not come back together. Age alone gives nothing up: <see cref="LeastAttempts"/> must have been made, so that a clock that was
/// set, or a relay that was off for a week, expires no mail unseen.
/// </remarks>
public static class RetryPolicy
{
    /// <summary>Attempts before a message may be given up for its age.</summary>
    public const int LeastAttempts = 4;

    /// <summary>The part of a wait that chance adds at most.</summary>
    public const double Jitter = 0.2;

    /// <summary>The longest wait that a reply may name.</summary>
    public static TimeSpan LongestNamed { get; } = TimeSpan.FromDays(1);

    /// <summary>The schedule of a cause.</summary>
    public static RetrySchedule ScheduleOf(Cause cause) => cause switch
    {
        Cause.Greylisted => Minutes(5, 1.5, 60, days: 2),
        Cause.RateLimited => Minutes(10, 1.7, 240, days: 5),
        Cause.IpReputation or Cause.IpBlocklisted or Cause.NoPtr => Minutes(30, 2, 360, days: 5),
        Cause.MailboxFull => Minutes(60, 2, 720, days: 5),
        Cause.ConnectionRefused or Cause.ConnectionTimeout or Cause.RemoteError or Cause.TlsFailed => Minutes(5, 1.7, 180, days: 5),
        Cause.HostNotFound => Minutes(10, 2, 360, days: 2),
        Cause.Unauthenticated or Cause.SpfFail or Cause.DkimFail or Cause.DmarcFail or Cause.BadHelo or Cause.SenderRejected or Cause.ReturnPathMismatch
            or Cause.DomainReputation or Cause.SpamContent or Cause.ContentBlocked or Cause.TlsRequired => Minutes(30, 2, 480, days: 3),
        _ => Minutes(15, 2, 240, days: 5),
    };

    /// <summary>Decides after an attempt that failed for now.</summary>
    /// <param name="cause">What the reply means.</param>
    /// <param name="attempts">How many attempts were made, this one among them.</param>
    /// <param name="age">The age of the message.</param>
    /// <param name="named">The wait that the reply names; null when it names none.</param>
    /// <param name="chance">Where chance comes from.</param>
    public static RetryDecision Decide(Cause cause, int attempts, TimeSpan age, TimeSpan? named, Random chance)
    {
        ArgumentNullException.ThrowIfNull(chance);
        var schedule = ScheduleOf(cause);
        if (age >= schedule.GiveUpAge && attempts >= LeastAttempts) return new RetryDecision.GiveUp(schedule.GiveUpAge);
        var isNamed = named > TimeSpan.Zero;
        var wait = isNamed ? Least(named!.Value, LongestNamed) : schedule.After(attempts);
        return new RetryDecision.Again(wait * (1 + (Jitter * chance.NextDouble())), isNamed);
    }

    private static TimeSpan Least(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static RetrySchedule Minutes(int first, double growth, int longest, int days) =>
        new(TimeSpan.FromMinutes(first), growth, TimeSpan.FromMinutes(longest), TimeSpan.FromDays(days));
}
