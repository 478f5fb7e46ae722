namespace Todoku.Knowledge.Tests.Sources;

public sealed class ProviderLimitsTests
{
    private const string Head = "id = \"p\"\nname = { en = \"P\", ja = \"P\" }\n[identify]\nrelay_hosts = [\"p.example\"]\n";

    [Fact]
    public void Limits_come_through_the_compiled_image()
    {
        var knowledge = TestKnowledge.Of(("providers/p.toml", $"{Head}[limits]\nconnections = 3\nmessages_per_connection = 20\nrecipients = 5\nrate = \"100/h\"\nsource = \"https://p.example/\"\ndate = \"2026-11\"\n"));
        Assert.Equal(new ProviderLimits(3, 20, 5, 100, TimeSpan.FromHours(1), "https://p.example/", "2026-11"), knowledge.Providers.Single().Limits);
        Assert.NotNull(knowledge.Identify("mx.p.example"u8, [], []).Limits);
    }

    [Fact]
    public void What_is_not_said_is_not_known()
    {
        var knowledge = TestKnowledge.Of(("providers/p.toml", $"{Head}[limits]\nrecipients = 5\nsource = \"https://p.example/\"\ndate = \"2026-11\"\n"));
        Assert.Equal(new ProviderLimits(null, null, 5, null, TimeSpan.Zero, "https://p.example/", "2026-11"), knowledge.Providers.Single().Limits);
        Assert.Null(TestKnowledge.Of(("providers/p.toml", Head)).Providers.Single().Limits);
    }
}
