using Microsoft.Extensions.Time.Testing;
using Todoku.Dns;
using Todoku.Dns.Network;
using Todoku.Knowledge;
using Todoku.Mail;
using Todoku.Sandbox.Scenarios;
using Todoku.Sandbox.World;

namespace Todoku.Sandbox.Tests;

/// <summary>A world on free ports, with a clock that stands still.</summary>
internal sealed class TestWorld : IAsyncDisposable
{
    private static readonly Lazy<KnowledgeBase> Shared = new(KnowledgeBase.LoadEmbedded);

    private TestWorld(SandboxServer server, List<string> told) => (Server, Told) = (server, told);

    public static KnowledgeBase Knowledge => Shared.Value;

    public SandboxServer Server { get; }

    public SandboxWorld World => Server.World;

    /// <summary>What was told of it.</summary>
    public List<string> Told { get; }

    /// <param name="tables">All but its clock, DNS and port.</param>
    /// <param name="folder">Where the files are that it names.</param>
    /// <param name="dns">What [dns] says.</param>
    public static async Task<TestWorld> StartAsync(string tables, string folder = "", string dns = "listen = \"127.0.0.1:0\"")
    {
        var text = $"""
            [sandbox]
            begins = "2026-11-25T10:00:00+09:00"
            [dns]
            {dns}
            [smtp]
            port = 0
            {tables}
            """;
        var outcome = ScenarioReader.Parse(text, Path.Combine(folder, "test.toml"), Language.English);
        Assert.True(outcome is ScenarioOutcome.Read, outcome is ScenarioOutcome.Wrong wrong ? string.Join('\n', wrong.Problems) : "");
        var told = new List<string>();
        var world = new SandboxWorld(((ScenarioOutcome.Read)outcome).Scenario, Knowledge, new FakeTimeProvider(), told.Add);
        return new TestWorld(await SandboxServer.StartAsync(world, TimeProvider.System), told);
    }

    /// <summary>Asks as every other part of Todoku does.</summary>
    public async Task<string> AskAsync(string name, DnsRecordType type) =>
        await new NetworkResolver([Server.Dns!], TimeSpan.FromSeconds(30), TimeProvider.System).AskAsync(DomainName.Parse(name), type, CancellationToken.None) switch
        {
            DnsAnswer.Found found => string.Join(" | ", found.Aliases.Select(alias => $"{alias} ->").Concat(found.Records.Select(record => RecordText.Of(record)))),
            DnsAnswer.NoData => "no data",
            DnsAnswer.NoSuchDomain => "no such name",
            DnsAnswer.Failed failed => failed.Failure.ToString(),
            _ => "",
        };

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
