using System.Text;
using Todoku.Knowledge.Identification;
using static Todoku.Knowledge.Tests.TestKnowledge;

namespace Todoku.Knowledge.Tests.Identification;

public sealed class IdentifyTests
{
    private static readonly KnowledgeBase Knowledge = Of(
        Provider("big", "relay_hosts = [\"big.example\", \"mx.shared.example\"]\nreply_words = [\"big mail says\", \"|bmx|\"]\nrecipient_domains = [\"bigmail.example\"]"),
        Provider("small", "relay_hosts = [\"shared.example\", \"eu.big.example\"]\nreply_words = [\"mail says hello\"]\nrecipient_domains = [\"small.example\"]"),
        ("public_suffix_list.dat", "example\nco.jp\njp\n"));

    [Theory]
    [InlineData("big.example", "big")]
    [InlineData("a.b.big.example", "big")]
    [InlineData("A.BIG.Example.", "big")]
    [InlineData("mx.big.example[192.0.2.1]:25", "big")]
    [InlineData("mx.eu.big.example", "small")]
    [InlineData("x.mx.shared.example", "big")]
    [InlineData("my.shared.example", "small")]
    [InlineData("notbig.example", "notbig.example")]
    [InlineData("big.example.evil.co.jp", "evil.co.jp")]
    [InlineData("mx1.MAIL.evil.co.jp.", "evil.co.jp")]
    [InlineData("localhost", "localhost")]
    public void Goes_by_relay_host_and_the_longest_name(string host, string provider) => Assert.Equal(provider, Knowledge.Identify(host));

    [Theory]
    [InlineData("mx.other.co.jp", "550 Big  Mail Says no", "", "big")]
    [InlineData("mx.other.co.jp", "550 (bmx) no", "", "big")]
    [InlineData("mx.other.co.jp", "550 xbmx no", "", "other.co.jp")]
    [InlineData("mx.other.co.jp", "550 big mail says hello", "", "small")] // the longer word
    [InlineData("mx.big.example", "550 mail says hello", "", "big")]
    [InlineData("", "550 no", "bigmail.example", "big")]
    [InlineData("none", "550 no", "sub.bigmail.example", "big")]
    [InlineData("192.0.2.1", "550 no", "a.else.co.jp", "else.co.jp")]
    [InlineData("mx.other.co.jp", "550 no", "bigmail.example", "other.co.jp")]
    [InlineData("", "550 no", "", "unknown")]
    [InlineData("", "host mx.big.example[192.0.2.1] said: 550 no", "", "big")]
    [InlineData("", "connect to mx.big.example[192.0.2.1]:25: Connection timed out", "else.co.jp", "big")]
    public void Goes_on_with_words_and_recipient_domain(string host, string reply, string recipient, string provider) =>
        Assert.Equal(provider, Knowledge.Identify(host, reply, recipient));

    [Fact]
    public void Names_known_providers_in_both_languages()
    {
        var provider = Knowledge.Identify("big.example"u8, default, default);
        Assert.Equal((true, "big en", "big ja"), (provider.IsKnown, provider.Name(Language.English), provider.Name(Language.Japanese)));
    }

    [Fact]
    public void Gives_one_object_for_each_unknown_domain()
    {
        var first = Knowledge.Identify("mx1.Same.co.jp"u8, default, default);
        Assert.Same(first, Knowledge.Identify("mx2.same.co.jp"u8, default, default));
        Assert.Equal((false, "same.co.jp"), (first.IsKnown, first.Id));
    }

    [Fact]
    public void Bounds_the_number_of_unknown_domains()
    {
        var pool = new ProviderPool();
        var distinct = new HashSet<Provider>();
        for (var i = 0; i < ProviderPool.MaxProviders + 1000; i++) distinct.Add(pool.Get(Encoding.ASCII.GetBytes($"host{i}.example")));
        Assert.Equal(ProviderPool.MaxProviders + 1, distinct.Count);
        Assert.Same(ProviderPool.Others, pool.Get("one-more.example"u8));
        Assert.Equal("host7.example", pool.Get("HOST7.example"u8).Id);
    }

    [Theory]
    [InlineData("a.b.co.jp", "b.co.jp")]
    [InlineData("CO.JP", "co.jp")]
    [InlineData("", "")]
    public void Finds_the_organisational_domain(string name, string expected) => Assert.Equal(expected, Knowledge.OrganizationalDomain(Encoding.UTF8.GetBytes(name)));
}
