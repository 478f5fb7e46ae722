using System.Text;
using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Checks.Selectors;

namespace Todoku.Diagnosis.Tests.Checks.Selectors;

/// <summary>Which of the selectors that were seen count.</summary>
public sealed class SelectorSightingsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private readonly SelectorSightings _sightings = new(SelectorOrigin.Log);

    [Fact]
    public void Those_seen_last_come_first_and_each_once()
    {
        Note("example.com", "s1", 1);
        Note("Example.COM", "S2", 2);
        Note("example.com", "s1", 3);
        Note("example.com", "s2", 2);

        Assert.Equal(["s1", "s2"], Selectors());
        Assert.Equal(Now.AddHours(3), _sightings.Hints(_ => true)[0].LastSeen);
        Assert.All(_sightings.Hints(_ => true), hint => Assert.Equal(SelectorOrigin.Log, hint.Origin));
    }

    [Fact]
    public void One_not_seen_for_a_week_of_the_domains_mail_is_given_up()
    {
        Note("example.com", "old", 0);
        Note("example.com", "new", (24 * 7) + 1);
        Note("example.net", "rare", 0);

        Assert.Equal(["new", "rare"], Selectors());
    }

    [Fact]
    public void Other_domains_and_what_is_no_name_are_left_out()
    {
        Note("example.com", "s1", 0);
        Note("example.net", "s1", 0);
        Note("example.com", "two words..", 0);
        Note("example.com", "", 0);
        Note("com", "s1", 0);
        Note(new string('a', 300), "s1", 0);

        Assert.Equal(["s1"], _sightings.Hints(domain => domain.ToString() != "example.net").Select(hint => hint.Selector));
    }

    [Fact]
    public void Remembers_a_bounded_number()
    {
        for (var i = 0; i < 20_000; i++) Note($"d{i}.example", "s1", 0);

        Assert.Equal(10_000, Selectors().Count());
    }

    private IEnumerable<string> Selectors() => _sightings.Hints(_ => true).Select(hint => hint.Selector);

    private void Note(string domain, string selector, int hours) => _sightings.Note(Encoding.UTF8.GetBytes(domain), Encoding.UTF8.GetBytes(selector), Now.AddHours(hours).UtcTicks);
}
