using Todoku.Diagnosis.Timeline;

namespace Todoku.Diagnosis.Tests.Timeline;

public class DistinctCounterTests
{
    [Fact]
    public void Is_exact_while_small()
    {
        var counter = new DistinctCounter();
        for (ulong i = 0; i < DistinctCounter.ExactLimit; i++)
        {
            counter.Add(Utf8Hash.Mix(i));
            counter.Add(Utf8Hash.Mix(i));
        }
        Assert.Equal(DistinctCounter.ExactLimit, counter.Count);
        Assert.False(counter.IsEstimate);
    }

    [Fact]
    public void Counts_the_hash_zero()
    {
        var counter = new DistinctCounter();
        Assert.True(counter.IsEmpty);
        counter.Add(0);
        counter.Add(0);
        Assert.Equal(1, counter.Count);
        Assert.False(counter.IsEmpty);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(5_000)]
    [InlineData(100_000)]
    [InlineData(10_000_000)]
    public void Estimates_within_eight_percent(int distinct)
    {
        var counter = new DistinctCounter();
        for (var i = 0; i < distinct; i++) counter.Add(Utf8Hash.Mix((ulong)i));
        Assert.True(counter.IsEstimate);
        Assert.InRange(counter.Count, distinct * 0.92, distinct * 1.08);
    }

    [Fact]
    public void Estimates_strings_that_look_alike()
    {
        var counter = new DistinctCounter();
        var text = new byte[32];
        for (var i = 0; i < 200_000; i++)
        {
            System.Text.Encoding.UTF8.TryGetBytes($"user{i}@example.com", text, out var length);
            counter.Add(Utf8Hash.Compute(text.AsSpan(0, length)));
        }
        Assert.InRange(counter.Count, 184_000, 216_000);
    }

    [Fact]
    public void A_clone_counts_on_by_itself()
    {
        var counter = new DistinctCounter();
        counter.Add(1);
        var clone = counter.Clone();
        clone.Add(2);
        Assert.Equal(1, counter.Count);
        Assert.Equal(2, clone.Count);
    }
}
