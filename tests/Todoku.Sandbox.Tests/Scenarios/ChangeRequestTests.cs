using System.Text.Json;
using Todoku.Knowledge;
using Todoku.Sandbox.Scenarios;
using Todoku.Sandbox.World;

namespace Todoku.Sandbox.Tests.Scenarios;

/// <summary>Changes that are asked for while a world runs.</summary>
public sealed class ChangeRequestTests
{
    private const string Text = """
        [[blocklist]]
        zone = "zen.spamhaus.org"
        [[provider]]
        profile = "google"
        host = "mx.google.com"
        address = "127.0.2.1"
        domains = ["gmail.com"]
        """;

    [Theory]
    [InlineData("""{"do": "list", "network": "192.0.2.0/24", "blocklist": "zen.spamhaus.org"}""", typeof(WorldChange.List))]
    [InlineData("""{"do": "publish", "records": "example.com. TXT \"v=spf1 -all\""}""", typeof(WorldChange.Publish))]
    [InlineData("""{"do": "reputation", "address": "192.0.2.1", "score": 10}""", typeof(WorldChange.AddressReputation))]
    [InlineData("""{"do": "down", "provider": "mx.google.com"}""", typeof(WorldChange.Switch))]
    public void Have_the_keys_of_events(string body, Type change)
    {
        var (found, problems) = Read(body);

        Assert.Empty(problems);
        Assert.IsType(change, found);
    }

    [Theory]
    [InlineData("""{"do": "lst"}""", "'do' is \"lst\": did you mean \"list\"?")]
    [InlineData("""{"do": "publish", "records": "example.com. MX"}""", "the record does not say what its type wants: MX; write it as")]
    [InlineData("""{"do": "list", "network": "192.0.2.0/24", "blocklist": "no.example"}""", "there is no [[blocklist]] no.example in this file: write one of zen.spamhaus.org")]
    [InlineData("""{"do": "up", "provider": "mx.google.com", "at": "10:00"}""", "body takes no 'at'")]
    [InlineData("[]", "'body' holds another kind of value")]
    public void Are_refused_with_a_reason(string body, string reason)
    {
        var (found, problems) = Read(body);

        Assert.Null(found);
        Assert.Contains(reason, string.Join('\n', problems), StringComparison.Ordinal);
    }

    private static (WorldChange? Change, IReadOnlyList<string> Problems) Read(string body)
    {
        using var json = JsonDocument.Parse(body);
        var scenario = ((ScenarioOutcome.Read)ScenarioReader.Parse(Text, "x.toml", Language.English)).Scenario;
        return ChangeRequest.Read(json.RootElement, scenario, Language.English);
    }
}
