using System.Net;
using Todoku.Cli.Demo;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Mail;
using Todoku.Sandbox.World;

namespace Todoku.Cli.Tests.Demo;

/// <summary>The story, told whole: every step of it is checked by the demo itself.</summary>
public sealed class DemoTests
{
    [Theory]
    [InlineData("en", "All 14 steps went as told")]
    [InlineData("ja", "14の場面はすべて話のとおりに進みました")]
    public void Every_step_is_as_told(string language, string end)
    {
        var console = new TestConsole();

        var status = console.Run("demo", "--lang", language);

        Assert.True(status == 0, $"{console.Error}\n{console.Output}");
        Assert.Contains(end, console.Output, StringComparison.Ordinal);
        // S1, S14 show logs, all others what is typed.
        var steps = console.Output.Split("\n== ");
        foreach (var step in steps.Where(step => step.StartsWith('S') && !step.StartsWith("S1 ", StringComparison.Ordinal) && !step.StartsWith("S14", StringComparison.Ordinal)))
            Assert.Contains("\n   $ ", step, StringComparison.Ordinal);
        Assert.Matches(@"grep DKIM\n   \| .*DKIM", steps.Single(step => step.StartsWith("S6 ", StringComparison.Ordinal)));
        foreach (var step in new[] { "S1", "S2-S3", "S4-S5", "S6", "S7", "S8", "S9", "S10", "S11", "S12", "S13", "S14" }) Assert.Contains($"== {step}  ", console.Output, StringComparison.Ordinal);
        Assert.Contains("$ todoku diagnose mail.log --domain customer.example --resolver 127.0.0.1:", console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_that_is_not_as_told_is_named()
    {
        using var output = new MemoryStream();
        var console = new CliConsole { OpenInput = () => Stream.Null, Output = output, Error = TextWriter.Null, Environment = new Dictionary<string, string>(), Time = TimeProvider.System };
        var world = await DemoWorld.StartAsync(console, CliTexts.English);
        try
        {
            // An address of good repute in a clean network is refused for other reasons than the story has.
            world.Server.World.Apply(new WorldChange.Delist(DomainName.Parse("zen.spamhaus.org"), IPNetwork.Parse("192.0.2.0/24")));
            world.Server.World.Apply(new WorldChange.AddressReputation(null, IPAddress.Parse("192.0.2.10"), 90));

            var failure = await Assert.ThrowsAsync<DemoFailure>(() => new DemoStory(new DemoPrinter(console, CliTexts.English), world, CliTexts.English.Demo).RunAsync(CancellationToken.None));

            Assert.Equal("S2-S3", failure.Step);
            Assert.DoesNotContain("ip-reputation", failure.Found, StringComparison.Ordinal);
        }
        finally
        {
            await world.DisposeAsync();
            Directory.Delete(world.Folder, recursive: true);
        }
    }
}
