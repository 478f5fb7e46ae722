using Todoku.Authentication.MtaSts;
using Todoku.Mail;

namespace Todoku.Relay.Tests.Routing.Tls;

/// <summary>Web servers with policies, of which a test says what they answer.</summary>
internal sealed class TestPolicies : IPolicyFetcher
{
    private TaskCompletionSource? _gate;

    /// <summary>What they answer.</summary>
    public PolicyFetch Answer { get; set; } = new PolicyFetch.NotReached("nobody there");

    /// <summary>How often they were asked.</summary>
    public int Fetches { get; private set; }

    /// <summary>A policy that is served.</summary>
    public static TestPolicies Of(string mode, string patterns, int maxAge = 604_800) => new() { Answer = Policy(mode, patterns, maxAge) };

    /// <summary>A policy.</summary>
    public static PolicyFetch Policy(string mode, string patterns, int maxAge = 604_800) =>
        new PolicyFetch.Fetched($"version: STSv1\nmode: {mode}\n{string.Concat(patterns.Split(' ').Select(pattern => $"mx: {pattern}\n"))}max_age: {maxAge}\n");

    /// <summary>Keeps answers back until <see cref="Release"/>.</summary>
    public void Hold() => _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Lets answers go.</summary>
    public void Release() => _gate?.SetResult();

    public async Task<PolicyFetch> FetchAsync(DomainName domain, CancellationToken cancellationToken)
    {
        Fetches++;
        if (_gate is { } gate) await gate.Task.WaitAsync(cancellationToken);
        return Answer;
    }
}
