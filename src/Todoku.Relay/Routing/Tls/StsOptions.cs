namespace Todoku.Relay.Routing.Tls;

/// <summary>How MTA-STS policies are kept.</summary>
public sealed record StsOptions
{
    /// <summary>How long mail waits for a policy that is not known yet; it goes without when that is over, and the fetch goes on. <value>5 s.</value></summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How old a policy may be before it is fetched anew (RFC 8461, section 10.2: about daily). <value>1 day.</value></summary>
    public TimeSpan Refresh { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How long after its last use a policy is fetched anew; later it is left to run out. <value>30 days.</value></summary>
    public TimeSpan Unused { get; init; } = TimeSpan.FromDays(30);

    /// <summary>How long a policy that could not be had is not asked for again (RFC 8461, section 3.3: at least 5 minutes). <value>15 minutes.</value></summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>The most policies that are kept. <value>50,000.</value></summary>
    public int Policies { get; init; } = 50_000;

    /// <summary>The most policies that are fetched at once. <value>16.</value></summary>
    public int Fetches { get; init; } = 16;
}
