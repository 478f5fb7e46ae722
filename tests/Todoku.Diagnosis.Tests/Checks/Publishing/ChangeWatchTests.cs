using System.Text;
using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Checks.Publishing;
using Todoku.Dns;
using Todoku.Dns.Zones;
using Todoku.Mail;

namespace Todoku.Diagnosis.Tests.Checks.Publishing;

public sealed class ChangeWatchTests
{
    private const string New = "v=spf1 ip4:192.0.2.25 ~all";
    private const string Old = "v=spf1 mx ~all";

    private static readonly PublicationChange Change =
        new(new PublishedRecord(DomainName.Parse("example.com"), DnsRecordType.TXT, New), DomainName.Parse("example.com"), [$"\"{Old}\""]);

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task Visible_everywhere_it_returns_at_once()
    {
        var world = new Servers(("ns1", [(0, New)]), ("ns2", [(0, New)]), ("resolver", [(0, New)]));

        Assert.Equal(WatchOutcome.Visible, await world.RunAsync(Hour));
        Assert.Empty(world.Clock.Waits);
    }

    [Fact]
    public async Task Waits_for_each_name_server_and_then_for_the_resolver()
    {
        var world = new Servers(("ns1", [(0, Old), (25, New)]), ("ns2", [(0, Old), (100, New)]), ("resolver", [(0, Old), (500, New)]));

        Assert.Equal(WatchOutcome.Visible, await world.RunAsync(Hour));
        Assert.Equal([10, 20, 30, 40, 50, 60], world.Clock.Waits.Take(6).Select(wait => wait.TotalSeconds));
        Assert.All(world.Clock.Waits, wait => Assert.True(wait <= TimeSpan.FromSeconds(60)));
        Assert.Contains(world.Told, progress => progress is { IsAtResolver: false, Ready: 1, Total: 2 });
        Assert.Contains(world.Told, progress => progress.IsAtResolver && progress.Remaining == TimeSpan.FromSeconds(3540));
        Assert.DoesNotContain(world.Told, progress => progress.IsAtResolver && progress.Elapsed < TimeSpan.FromSeconds(100));
    }

    [Fact]
    public async Task The_old_record_beside_the_new_one_is_not_the_change()
    {
        var world = new Servers(("ns1", [(0, $"{New}|{Old}"), (70, New)]), ("resolver", [(0, New)]));

        Assert.Equal(WatchOutcome.Visible, await world.RunAsync(Hour));
        Assert.True(world.Clock.GetUtcNow().TimeOfDay >= TimeSpan.FromHours(12) + TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_record_that_nobody_waits_for_ends_the_wait() =>
        Assert.Equal(WatchOutcome.OtherRecord, await new Servers(("ns1", [(0, Old), (30, "v=spf1 a ~all")]), ("ns2", [(0, Old), (90, "v=spf1 a ~all")]), ("resolver", [(0, Old)])).RunAsync(Hour));

    [Fact]
    public async Task The_time_ends()
    {
        var world = new Servers(("ns1", [(0, New)]), ("ns2", [(0, Old)]), ("resolver", [(0, Old)]));

        Assert.Equal(WatchOutcome.TimedOut, await world.RunAsync(TimeSpan.FromMinutes(5)));
        Assert.True(world.Clock.GetUtcNow().TimeOfDay <= TimeSpan.FromHours(12) + TimeSpan.FromMinutes(5));
        Assert.Contains(world.Told[^1].Sights, sight => sight is { Server: "ns2.example.com", Sight: RecordSight.Old });
    }

    [Fact]
    public async Task A_server_that_is_dead_is_given_up_while_another_answers()
    {
        var world = new Servers(("ns1", [(0, New)]), ("ns2", []), ("resolver", [(0, New)]));

        Assert.Equal(WatchOutcome.Visible, await world.RunAsync(Hour));
        Assert.Equal(ChangeWatch.MaxSilences - 1, world.Clock.Waits.Count);
    }

    [Fact]
    public async Task A_silent_server_is_told_from_one_that_is_late()
    {
        var world = new Servers(("ns1", [(0, New)]), ("ns2", [(0, Old)]), ("ns3", []), ("resolver", [(0, Old)]));

        Assert.Equal(WatchOutcome.TimedOut, await world.RunAsync(TimeSpan.FromMinutes(5)));
        Assert.Equal(["ns2.example.com"], world.Told[^1].Late);
        Assert.Equal(["ns3.example.com"], world.Told[^1].Silent);
        Assert.Equal(["ns3.example.com"], world.Watch.SilentServers);
    }

    [Fact]
    public async Task Silence_of_all_is_no_success() =>
        Assert.Equal(WatchOutcome.TimedOut, await new Servers(("ns1", []), ("ns2", []), ("resolver", [(0, New)])).RunAsync(TimeSpan.FromMinutes(10)));

    [Fact]
    public async Task Without_name_servers_it_says_so() => Assert.Equal(WatchOutcome.NoServers, await new Servers(("resolver", [(0, New)])).RunAsync(Hour));

    [Fact]
    public async Task Breaking_off_ends_it()
    {
        var world = new Servers(("ns1", [(0, Old)]), ("resolver", [(0, Old)]));
        using var stop = new CancellationTokenSource();
        world.AtRound = () => stop.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => world.RunAsync(Hour, stop.Token));
    }

    // Each server shows a text from a second on; "|" divides records, no text at all is silence.
    private sealed class Servers(params (string Name, (int From, string Text)[] Shows)[] all) : INameServers
    {
        public LeapingClock Clock { get; } = new();

        public List<WatchProgress> Told { get; } = [];

        public ChangeWatch Watch { get; private set; } = null!;

        public Action AtRound { get; set; } = () => { };

        public IDnsResolver Resolver => new Asked(this, "resolver");

        public IDnsResolver Of(NameServer server) => new Asked(this, server.Host.ToString().Split('.')[0]);

        public Task<WatchOutcome> RunAsync(TimeSpan limit, CancellationToken? token = null)
        {
            var began = Clock.GetUtcNow();
            Began = began;
            Watch = new ChangeWatch(this, Clock);
            return Watch.RunAsync([Change], limit, progress =>
            {
                Told.Add(progress);
                AtRound();
            }, token ?? TestContext.Current.CancellationToken);
        }

        private DateTimeOffset Began { get; set; }

        private sealed class Asked(Servers world, string server) : IDnsResolver
        {
            public ValueTask<DnsAnswer> AskAsync(DomainName name, DnsRecordType type, CancellationToken cancellationToken)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (type != DnsRecordType.TXT)
                {
                    var names = string.Concat(world.Names.Select((item, index) => $"example.com. NS {item}.example.com.\n{item}.example.com. A 192.0.2.{index + 1}\n"));
                    return new ZoneResolver([ZoneFile.Parse(Encoding.ASCII.GetBytes($"$TTL 60\nexample.com. SOA ns1.example.com. root.example.com. 1 2 3 4 5\n{names}"), "zone")], null).AskAsync(name, type, cancellationToken);
                }
                var seconds = (world.Clock.GetUtcNow() - world.Began).TotalSeconds;
                var shows = world.Shows(server).Where(show => show.From <= seconds).Select(show => show.Text).LastOrDefault();
                DnsAnswer answer = shows is null
                    ? new DnsAnswer.Failed(DnsFailure.TimedOut, server)
                    : new DnsAnswer.Found([.. shows.Split('|').Select(text => new DnsRecord.Text(Encoding.ASCII.GetBytes(text), [text.Length]))], TimeSpan.FromSeconds(3540));
                return new(answer);

            }
        }

        private IEnumerable<string> Names => all.Select(server => server.Name).Where(name => name != "resolver");

        private IEnumerable<(int From, string Text)> Shows(string server) => all.Where(item => item.Name == server).SelectMany(item => item.Shows);
    }
}
