using System.Net;
using Microsoft.Extensions.Time.Testing;
using Todoku.Diagnosis.Checks;
using Todoku.Authentication.MtaSts;
using Todoku.Dns;
using Todoku.Dns.Zones;
using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Diagnosis.Tests.Checks;

/// <summary>An internet that consists of one zone file, and a sender in it.</summary>
internal sealed class CheckWorld(string zone)
{
    private static readonly KnowledgeBase Knowledge = KnowledgeBase.LoadEmbedded();

    private readonly ZoneResolver _zones = new([ZoneFile.Parse("$ORIGIN .\n$TTL 3600\n" + zone)], inner: null);

    /// <summary>The sender; a test changes what it needs.</summary>
    public CheckSubject Subject { get; init; } = new() { Domain = DomainName.Parse("example.com") };

    /// <summary>The clock, 24 November 2026 at noon.</summary>
    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    /// <summary>Names, or names and types (<c>example.com AAAA</c>), at which DNS fails instead of answering.</summary>
    public Dictionary<string, DnsFailure> Failures { get; init; } = [];

    /// <summary>Names whose answers DNSSEC proves.</summary>
    public HashSet<string> Signed { get; init; } = [];

    /// <summary>Gets policies of MTA-STS.</summary>
    public IPolicyFetcher Policies { get; init; } = new NoPolicyFetcher();

    /// <summary>The sender example.com with one sending address.</summary>
    public static CheckSubject Sender(string address = "192.0.2.25", string? helo = null, string? returnPath = null) => new()
    {
        Domain = DomainName.Parse("example.com"),
        Addresses = [IPAddress.Parse(address)],
        HeloName = helo is null ? null : DomainName.Parse(helo),
        ReturnPathDomain = returnPath is null ? null : DomainName.Parse(returnPath),
    };

    /// <summary>What a check finds.</summary>
    public async Task<IReadOnlyList<CheckResult>> RunAsync(ICheck check)
    {
        var results = await check.RunAsync(Context(), TestContext.Current.CancellationToken);
        Assert.NotEmpty(results);
        Assert.All(results, result => Assert.Contains(result.Outcome, check.Outcomes));
        return results;
    }

    /// <summary>What a run of checks shares.</summary>
    public CheckContext Context() => new(Subject, new Resolver(this), Knowledge, Time) { Policies = Policies };

    /// <summary>What a check of one subject finds.</summary>
    public async Task<CheckResult> RunOneAsync(ICheck check) => Assert.Single(await RunAsync(check));

    private sealed class Resolver(CheckWorld world) : IDnsResolver
    {
        public async ValueTask<DnsAnswer> AskAsync(DomainName name, DnsRecordType type, CancellationToken cancellationToken)
        {
            if (world.Failures.TryGetValue(name.ToString(), out var failure) || world.Failures.TryGetValue($"{name} {type}", out failure)) return new DnsAnswer.Failed(failure, "192.0.2.53:53");
            var answer = await world._zones.AskAsync(name, type, cancellationToken);
            return answer is DnsAnswer.Found found && world.Signed.Contains(name.ToString()) ? found with { IsAuthenticated = true } : answer;
        }
    }
}
