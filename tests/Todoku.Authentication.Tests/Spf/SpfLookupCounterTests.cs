using Todoku.Authentication.Spf;
using Todoku.Mail;

namespace Todoku.Authentication.Tests.Spf;

public sealed class SpfLookupCounterTests
{
    private static readonly DomainName Domain = DomainName.Parse("example.com");

    [Fact]
    public async Task Counts_what_includes_cost()
    {
        var node = await CountAsync("""
            example.com TXT v=spf1 mx a:www.example.com include:one.example.net include:two.example.net ip4:192.0.2.1 ~all
            one.example.net TXT v=spf1 include:deep.example.net a -all
            deep.example.net TXT v=spf1 ip4:192.0.2.0/24 exists:%{i}.example.net ?all ptr
            two.example.net TXT v=spf1 redirect=one.example.net
            """);

        Assert.Equal(4 + 3 + 4, node.Lookups);
        Assert.Equal([("one.example.net", 3), ("two.example.net", 4)], node.Children.Select(child => (child.Domain, child.Lookups)));
        Assert.Equal(["mx", "a:www.example.com", "include:one.example.net", "include:two.example.net"], node.Terms.Select(term => term.Text));
    }

    [Theory]
    [InlineData("v=spf1 a -all mx ptr redirect=other.example.net", 1)]
    [InlineData("v=spf1 all", 0)]
    [InlineData("v=spf1 ip4:192.0.2.1 ip6:::/0 exp=a.example.com x=y", 0)]
    [InlineData("v=spf1 include:%{d}.example.net a", 2)]
    [InlineData("v=spf1 include:example.com a", 2)]
    [InlineData("v=spf1 include:gone.example.net a", 2)]
    [InlineData("v=spf1 include:a..b a", 2)]
    public async Task Counts_the_terms_that_are_reached(string record, int expected) =>
        Assert.Equal(expected, (await CountAsync($"example.com TXT {record}")).Lookups);

    [Fact]
    public async Task Says_what_is_behind_an_include_that_can_not_be_counted()
    {
        var node = await CountAsync("""
            example.com TXT v=spf1 include:%{d}.example.net include:example.com include:gone.example.net include:a..b include:down.example.net include:two.example.net include:bad.example.net
            down.example.net ERROR ServerFailure
            two.example.net TXT v=spf1
            two.example.net TXT v=spf1
            bad.example.net TXT v=spf1 nonsense
            """);

        Assert.True(node.Children[0].HasMacros);
        Assert.True(node.Children[1].IsLoop);
        Assert.IsType<SpfReason.NoRecord>(node.Children[2].Problem);
        Assert.IsType<SpfReason.MalformedDomain>(node.Children[3].Problem);
        Assert.IsType<SpfReason.DnsFailed>(node.Children[4].Problem);
        Assert.IsType<SpfReason.SeveralRecords>(node.Children[5].Problem);
        Assert.IsType<SpfReason.SyntaxErrors>(node.Children[6].Problem);
    }

    [Fact]
    public async Task Ends_where_records_multiply()
    {
        // Each includes the next ten times.
        var zone = new SpfZone("");
        for (var i = 0; i < 20; i++) zone.Add(i == 0 ? "example.com" : $"l{i}.example.com", "TXT", "v=spf1 " + string.Concat(Enumerable.Repeat($"include:l{i + 1}.example.com ", 10)));

        var node = await new SpfLookupCounter(zone).CountAsync(Domain, CancellationToken.None);

        Assert.True(node.Lookups > SpfLimits.Lookups);
        Assert.InRange(zone.Questions.Count, 1, SpfLookupCounter.MaxRecords);
    }

    [Fact]
    public async Task Counts_a_record_that_is_not_published()
    {
        var zone = new SpfZone("one.example.net TXT v=spf1 a mx");

        var node = await new SpfLookupCounter(zone).CountAsync(SpfRecord.Parse("v=spf1 include:one.example.net -all"), Domain, CancellationToken.None);

        Assert.Equal(3, node.Lookups);
    }

    private static async Task<SpfLookupNode> CountAsync(string zone) => await new SpfLookupCounter(new SpfZone(zone)).CountAsync(Domain, CancellationToken.None);
}
