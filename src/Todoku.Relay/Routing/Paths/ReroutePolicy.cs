using Todoku.Knowledge;

namespace Todoku.Relay.Routing.Paths;

/// <summary>When a path is suspended for a provider, for how long, and how it comes back.</summary>
/// <remarks>
/// <code>
/// cause                                 suspends after                                     first wait   longest   for
/// ip-reputation                         the first reply                                    1 h          24 h      the provider
/// ip-blocklisted                        the first reply                                    1 h          24 h      the provider
/// no-ptr                                the first reply                                    30 min       12 h      the provider
/// rate-limited                          30 replies in 1 h or more, nothing taken between   1 h          12 h      the provider
/// connection-refused, -timeout, direct  8 in 5 min or more, 4 providers, no answer at all  5 min        1 h       everybody: port 25 is shut
/// connection-*, host-not-found,         3 in 1 min or more, no answer at all               2 min        30 min    everybody: the smart host is away
///   at a smart host
/// anything else                         never: another path would be refused too, and be burnt by it
/// </code>
/// What a smart host refuses by a cause of the path suspends it for everybody, since it is the smart host's own view of us. A wait that the reply names is kept, up
/// to a day. Then one small message that is no bulk tests the path; where only other mail is waiting, any message does so after <see cref="AnyProbeAfter"/>. Refused,
/// the wait doubles; taken, the path opens in <see cref="Steps"/>; when neither can be told (greylisting, an unknown recipient), the next message tests it soon.
/// </remarks>
public static class ReroutePolicy
{
    /// <summary>The largest message that may test a path, in bytes.</summary>
    public const int ProbeSize = 256 * 1024;

    /// <summary>How the path opens after a probe was taken: of how many messages one takes it, until how many were taken. Then all.</summary>
    public static IReadOnlyList<OpeningStep> Steps { get; } = [new(10, 5), new(3, 20)];

    /// <summary>How long a path waits for a small message to test it, before any message may.</summary>
    public static TimeSpan AnyProbeAfter { get; } = TimeSpan.FromMinutes(30);

    /// <summary>How long a probe may take; then the next message is one.</summary>
    public static TimeSpan ProbeTime { get; } = TimeSpan.FromMinutes(10);

    /// <summary>The wait after a probe that told nothing of the path.</summary>
    public static TimeSpan AfterNothingTold { get; } = TimeSpan.FromMinutes(5);

    /// <summary>The longest wait that a reply may name.</summary>
    public static TimeSpan LongestNamed { get; } = TimeSpan.FromDays(1);

    /// <summary>The rule of a cause; null where it never suspends a path.</summary>
    /// <param name="cause">The cause.</param>
    /// <param name="isSmartHost">Whether the path is a smart host.</param>
    public static RerouteRule? RuleOf(Cause cause, bool isSmartHost) => cause switch
    {
        Cause.IpReputation or Cause.IpBlocklisted => new RerouteRule(1, 1, TimeSpan.Zero, TimeSpan.FromHours(1), TimeSpan.FromHours(24), isSmartHost),
        Cause.NoPtr => new RerouteRule(1, 1, TimeSpan.Zero, TimeSpan.FromMinutes(30), TimeSpan.FromHours(12), isSmartHost),
        Cause.RateLimited => new RerouteRule(30, 1, TimeSpan.FromHours(1), TimeSpan.FromHours(1), TimeSpan.FromHours(12), isSmartHost),
        Cause.ConnectionRefused or Cause.ConnectionTimeout or Cause.HostNotFound when isSmartHost =>
            new RerouteRule(3, 1, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(30), true),
        Cause.ConnectionRefused or Cause.ConnectionTimeout => new RerouteRule(8, 4, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5), TimeSpan.FromHours(1), true),
        _ => null,
    };

    /// <summary>How long a path is suspended.</summary>
    /// <param name="rule">The rule of the cause.</param>
    /// <param name="failures">How often it was refused in a row, the first and each probe, 1 or more.</param>
    /// <param name="named">The wait that the reply names; null when it names none.</param>
    public static TimeSpan WaitAfter(in RerouteRule rule, int failures, TimeSpan? named)
    {
        var wait = rule.First * Math.Pow(2, Math.Clamp(failures - 1, 0, 30));
        if (wait > rule.Longest) wait = rule.Longest;
        return named is { } asked && asked > wait ? asked < LongestNamed ? asked : LongestNamed : wait;
    }

    /// <summary>Whether a cause says that nobody answered, so that any answer ends the block.</summary>
    public static bool IsUnreachable(Cause cause) => cause is Cause.ConnectionRefused or Cause.ConnectionTimeout or Cause.HostNotFound;

    /// <summary>Whether a message may test a path.</summary>
    /// <param name="request">The message.</param>
    /// <param name="overdue">For how long the path has waited for one.</param>
    public static bool MayProbe(PathRequest request, TimeSpan overdue)
    {
        ArgumentNullException.ThrowIfNull(request);
        return overdue >= AnyProbeAfter || (!request.IsBulk && request.Size <= ProbeSize && request.Recipients == 1);
    }
}
