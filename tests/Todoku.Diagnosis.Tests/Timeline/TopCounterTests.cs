using System.Text;
using Todoku.Diagnosis.Timeline;

namespace Todoku.Diagnosis.Tests.Timeline;

public class TopCounterTests
{
    [Fact]
    public void Counts_exactly_while_there_are_few()
    {
        var counter = new TopCounter();
        foreach (var name in (string[])["a", "b", "b", "c", "b"]) counter.Add(Encoding.UTF8.GetBytes(name));
        Assert.Equal(("b", 3, 3), (counter.Top, counter.TopCount, counter.Distinct));
    }

    [Fact]
    public void Finds_the_frequent_one_among_a_million_others()
    {
        var counter = new TopCounter();
        for (var i = 0; i < 1_000_000; i++)
        {
            counter.Add(Encoding.UTF8.GetBytes($"other{i}.example"));
            if (i % 3 == 0) counter.Add("often.example"u8);
        }
        Assert.Equal("often.example", counter.Top);
        Assert.InRange(counter.Distinct, 920_000, 1_080_000);
    }

    [Fact]
    public void Cuts_endless_names()
    {
        var counter = new TopCounter();
        counter.Add(new byte[100_000]);
        Assert.Equal(TopCounter.MaxLength, counter.Top.Length);
    }
}
