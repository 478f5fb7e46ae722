using System.Text;
using Todoku.Dns;
using Todoku.Dns.Zones;
using Todoku.Mail;

namespace Todoku.Relay.Tests.Routing.Destinations;

/// <summary>DNS of a test: a zone file, questions that fail, and answers that DNSSEC vouches for.</summary>
internal sealed class TestZone(string text) : IDnsResolver
{
    private ZoneResolver _zones = Read(text);

    /// <summary>Questions that fail, as <c>mx.example A</c>.</summary>
    public Dictionary<string, DnsFailure> Failures { get; } = [];

    /// <summary>Names whose answers are verified.</summary>
    public HashSet<string> Signed { get; } = [];

    /// <summary>Who answers.</summary>
    public string Server { get; set; } = "127.0.0.1:53";

    /// <summary>Who answers for some names alone.</summary>
    public Dictionary<string, string> Servers { get; } = [];

    /// <summary>What was asked.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>Awaited before each answer; none by default.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>Puts another zone in place.</summary>
    public void Change(string other) => _zones = Read(other);

    public async ValueTask<DnsAnswer> AskAsync(DomainName name, DnsRecordType type, CancellationToken cancellationToken)
    {
        lock (Asked) Asked.Add($"{name} {type}");
        await Gate.WaitAsync(cancellationToken);
        if (Failures.TryGetValue($"{name} {type}", out var failure)) return new DnsAnswer.Failed(failure, Server);
        var answer = await _zones.AskAsync(name, type, cancellationToken) with { AnsweredBy = Servers.GetValueOrDefault(name.ToString(), Server) };
        return answer is DnsAnswer.Found found && Signed.Contains(name.ToString()) ? found with { IsAuthenticated = true } : answer;
    }

    private static ZoneResolver Read(string text) => new([ZoneFile.Parse(Encoding.UTF8.GetBytes(text), "test.zone")], null);
}
