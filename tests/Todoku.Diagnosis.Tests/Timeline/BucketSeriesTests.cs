using Todoku.Diagnosis.Timeline;
using Todoku.Mail;

namespace Todoku.Diagnosis.Tests.Timeline;

public class BucketSeriesTests
{
    private static readonly long Start = new DateTime(2026, 5, 16, 10, 0, 0).Ticks;

    [Fact]
    public void Starts_with_minutes()
    {
        var series = new BucketSeries();
        series.Add(Start, DeliveryStatus.Delivered);
        series.Add(Start + (3 * TimeSpan.TicksPerMinute), DeliveryStatus.Deferred);
        var buckets = series.ToBuckets(TimeSpan.FromHours(9));
        Assert.Equal(4, buckets.Count);
        Assert.Equal(TimeSpan.FromMinutes(1), buckets[0].Length);
        Assert.Equal(new DateTimeOffset(2026, 5, 16, 19, 0, 0, TimeSpan.FromHours(9)), buckets[0].Start);
        Assert.Equal((1, 0, 0), Counts(buckets[0]));
        Assert.Equal((0, 1, 0), Counts(buckets[3]));
    }

    [Fact]
    public void Merges_neighbours_when_the_log_spans_more()
    {
        var series = new BucketSeries();
        for (var i = 0; i < 100_000; i++) series.Add(Start + (i * TimeSpan.TicksPerMinute), DeliveryStatus.Delivered);
        var buckets = series.ToBuckets(TimeSpan.Zero);
        Assert.InRange(buckets.Count, BucketSeries.MaxBuckets / 4, BucketSeries.MaxBuckets);
        Assert.Equal(100_000, buckets.Sum(bucket => bucket.Delivered));
        Assert.All(buckets.Zip(buckets.Skip(1)), pair => Assert.Equal(pair.First.Start + pair.First.Length, pair.Second.Start));
    }

    [Fact]
    public void A_clock_that_jumps_back_loses_nothing()
    {
        var series = new BucketSeries();
        var random = new Random(5);
        for (var i = 0; i < 5_000; i++) series.Add(Start + (random.Next(-2_000_000, 2_000_000) * TimeSpan.TicksPerSecond), DeliveryStatus.Bounced);
        Assert.Equal(5_000, series.ToBuckets(TimeSpan.Zero).Sum(bucket => bucket.Bounced));
    }

    [Fact]
    public void Times_at_both_ends_of_the_calendar_lose_nothing()
    {
        var series = new BucketSeries();
        series.Add(Start, DeliveryStatus.Delivered);
        series.Add(DateTime.MaxValue.Ticks, DeliveryStatus.Delivered);
        series.Add(0, DeliveryStatus.Delivered);
        Assert.Equal(3, series.ToBuckets(TimeSpan.Zero).Sum(bucket => bucket.Delivered));
    }

    private static (long, long, long) Counts(TimeBucket bucket) => (bucket.Delivered, bucket.Deferred, bucket.Bounced);
}
