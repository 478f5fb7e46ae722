using Todoku.Authentication.Spf;
using Todoku.Knowledge;
using Todoku.Mail;
using Todoku.Relay.Routing.Paths;

namespace Todoku.Relay.Tests.Routing.Paths;

public sealed class PathAuthorizationTests
{
    [Fact]
    public async Task The_first_path_is_never_passed_over_for_what_DNS_says()
    {
        var world = await PathWorld.MakeAsync(zone: "nothing.example 3600 TXT x");
        Assert.Equal("main", (await world.UseAsync(world.Message(sender: "unknown.example"))).Path.Name);
        Assert.Equal(0, world.Questions);
    }

    [Fact]
    public async Task A_path_that_the_sender_does_not_list_is_passed_over_and_the_record_is_told()
    {
        var world = await PathWorld.MakeAsync([PathWorld.Main, PathWorld.Second]);
        await world.SendAsync(PathWorld.Refused(Cause.IpReputation), world.Message(sender: "strict.example"));
        var wait = await world.WaitAsync(world.Message(sender: "strict.example"));

        var missing = Assert.IsType<PathAuthorizationFinding.RecordMissing>(Assert.Single(world.Events.Skips));
        Assert.Equal(("second", "strict.example", SpfVerdict.Fail), (missing.Path, missing.Domain.ToString(), missing.Verdict));
        Assert.Equal("v=spf1 ip4:192.0.2.2 ip4:192.0.2.1 -all", missing.Record);
        Assert.Contains(missing.Record, wait.Why, StringComparison.Ordinal);
        Assert.Equal([missing], world.Ladder.Unauthorized);
        // Mail of a domain that lists the path moves.
        Assert.Equal("second", await world.SendManyAsync(1));
    }

    [Fact]
    public async Task A_record_for_a_smart_host_includes_its_name()
    {
        var world = await PathWorld.MakeAsync([PathWorld.Main, PathWorld.Smart]);
        var finding = await CheckAsync(world, PathWorld.Smart, world.Message(sender: "strict.example"));
        Assert.Equal("v=spf1 ip4:192.0.2.1 include:spf.example.net -all", Assert.IsType<PathAuthorizationFinding.RecordMissing>(finding).Record);
    }

    [Theory]
    [InlineData("shop.example", "include of its name")]
    [InlineData("block.example", "its addresses under another name")]
    public async Task A_smart_host_is_listed_by_its_name_or_by_its_addresses(string sender, string how)
    {
        Assert.NotEmpty(how);
        var world = await PathWorld.MakeAsync(zone: PathWorld.Zone + "\nblock.example 3600 TXT \"v=spf1 ip4:198.51.100.0/22 -all\"");
        Assert.IsType<PathAuthorizationFinding.Listed>(await CheckAsync(world, PathWorld.Smart, world.Message(sender: sender)));
    }

    [Fact]
    public async Task Behind_NAT_the_address_that_receivers_see_counts()
    {
        var world = await PathWorld.MakeAsync(zone: PathWorld.Zone + "\nnat.example 3600 TXT \"v=spf1 ip4:198.51.100.7 -all\"");
        var inner = PathWorld.Second with { SourceIPv4 = System.Net.IPAddress.Parse("10.0.0.7") };
        Assert.Equal("10.0.0.7", Assert.IsType<PathAuthorizationFinding.RecordMissing>(await CheckAsync(world, inner, world.Message(sender: "nat.example"))).Address!.ToString());
        var seen = inner with { Name = "seen", SendingAddresses = [System.Net.IPAddress.Parse("198.51.100.7")] };
        Assert.IsType<PathAuthorizationFinding.Listed>(await CheckAsync(world, seen, world.Message(sender: "nat.example")));
    }

    [Fact]
    public async Task Every_known_address_of_the_path_must_pass()
    {
        var world = await PathWorld.MakeAsync(zone: PathWorld.Zone + "\nsix.example 3600 TXT \"v=spf1 ip4:192.0.2.2 -all\"");
        var path = PathWorld.Second with { SourceIPv6 = System.Net.IPAddress.Parse("2001:db8::2") };
        var finding = Assert.IsType<PathAuthorizationFinding.RecordMissing>(await CheckAsync(world, path, world.Message(sender: "six.example")));
        Assert.Equal("2001:db8::2", finding.Address!.ToString());
        Assert.IsType<PathAuthorizationFinding.Listed>(await CheckAsync(world, path with { Name = "four", UsesIPv6 = false }, world.Message(sender: "six.example")));
    }

    [Theory]
    [InlineData("strict.example", true)]
    [InlineData("mail.strict.example", true)]
    [InlineData("STRICT.example", true)]
    [InlineData("relay.example", false)]
    [InlineData("example", false)]
    [InlineData("otherstrict.example", false)]
    [InlineData("-", false)]
    public async Task An_aligned_signature_authorizes_any_path(string signing, bool isAuthorized)
    {
        var world = await PathWorld.MakeAsync();
        var finding = await CheckAsync(world, PathWorld.Second, world.Message(sender: "strict.example") with { SigningDomains = [signing] });
        Assert.Equal(isAuthorized, finding.IsAuthorized);
        if (isAuthorized) Assert.Equal(0, world.Questions);
    }

    [Fact]
    public async Task Two_customers_under_a_public_suffix_are_not_aligned()
    {
        var world = await PathWorld.MakeAsync();
        var request = world.Message(sender: "strict.example") with { AuthorDomain = DomainName.Parse("one.co.jp"), SigningDomains = ["two.co.jp"] };
        Assert.False((await CheckAsync(world, PathWorld.Second, request)).IsAuthorized);
    }

    [Fact]
    public async Task A_path_whose_address_is_not_known_needs_a_signature()
    {
        var world = await PathWorld.MakeAsync();
        var path = new RelayPath.Direct("any", "mx.example.org");
        Assert.IsType<PathAuthorizationFinding.AddressUnknown>(await CheckAsync(world, path, world.Message()));
        Assert.IsType<PathAuthorizationFinding.Signed>(await CheckAsync(world, path, world.Message() with { SigningDomains = ["shop.example"] }));
    }

    [Fact]
    public async Task The_null_sender_is_checked_by_the_EHLO_name()
    {
        var world = await PathWorld.MakeAsync(zone: PathWorld.Zone + "\nmx2.example.org 3600 TXT \"v=spf1 ip4:203.0.113.1 -all\"");
        Assert.False((await CheckAsync(world, PathWorld.Second, world.Message(sender: ""))).IsAuthorized);
        Assert.True((await CheckAsync(world, PathWorld.Second with { Name = "third", HelloName = "mx3.example.org" }, world.Message(sender: ""))).IsAuthorized);
        Assert.True((await CheckAsync(world, PathWorld.Smart, world.Message(sender: ""))).IsAuthorized);
    }

    [Fact]
    public async Task DNS_that_does_not_answer_is_asked_again_soon()
    {
        var world = await PathWorld.MakeAsync();
        world.IsDnsDown = true;
        Assert.IsType<PathAuthorizationFinding.NotKnown>(await CheckAsync(world, PathWorld.Second, world.Message()));
        world.IsDnsDown = false;
        Assert.IsType<PathAuthorizationFinding.NotKnown>(await CheckAsync(world, PathWorld.Second, world.Message()));
        world.Pass(TimeSpan.FromMinutes(1));
        Assert.IsType<PathAuthorizationFinding.Listed>(await CheckAsync(world, PathWorld.Second, world.Message()));
    }

    [Fact]
    public async Task An_answer_is_kept_for_an_hour_and_a_missing_record_for_less()
    {
        var world = await PathWorld.MakeAsync();
        for (var i = 0; i < 50; i++) await CheckAsync(world, PathWorld.Second, world.Message());
        var asked = world.Questions;
        world.Pass(TimeSpan.FromMinutes(59));
        await CheckAsync(world, PathWorld.Second, world.Message());
        Assert.Equal(asked, world.Questions);
        world.Pass(TimeSpan.FromMinutes(2));
        await CheckAsync(world, PathWorld.Second, world.Message());
        Assert.Equal(2 * asked, world.Questions);

        await CheckAsync(world, PathWorld.Second, world.Message(sender: "strict.example"));
        world.Pass(TimeSpan.FromMinutes(15));
        await CheckAsync(world, PathWorld.Second, world.Message(sender: "strict.example"));
        Assert.Equal(2, world.Events.Skips.Count);
    }

    private static async Task<PathAuthorizationFinding> CheckAsync(PathWorld world, RelayPath path, PathRequest request) =>
        (await world.Authorization.CheckAsync(path, request, TestContext.Current.CancellationToken)).Finding;
}
