using Todoku.Knowledge;
using Todoku.Relay.Delivery.Decisions;
using Todoku.Relay.Delivery.Engine;
using Todoku.Relay.Operating.Metrics;
using Todoku.Relay.Queue;
using Todoku.Relay.Tests.Bounces;

namespace Todoku.Relay.Tests.Operating.Metrics;

public sealed class RelayCountersTests
{
    [Fact]
    public void Providers_beyond_the_limit_are_counted_together()
    {
        var counters = new RelayCounters(SampleNotices.Writer());
        var report = SampleNotices.Report(SampleNotices.Message("shop@example.com", new QueuedRecipient("user@example.net")), 0, Cause.RecipientUnknown, SampleNotices.UserUnknown) with { IsLast = true };
        for (var i = 0; i < 3000; i++) counters.Attempted(report with { Provider = $"{i}.example" });

        Assert.Equal(RelayCounters.MaxAttemptSets + 1, counters.Attempts.All.Count());
        Assert.Equal(3000, counters.Attempts.All.Sum(one => one.Count));
        Assert.Equal((new AttemptKey(RelayCounters.Other, "direct", DeliveryAction.Bounce), 3000L - RelayCounters.MaxAttemptSets), Assert.Single(counters.Attempts.All, one => one.Key.Provider == RelayCounters.Other));
        Assert.Equal(("recipient-unknown", 3000L), Assert.Single(counters.Bounces.All));
    }

    [Fact]
    public void What_was_not_tried_is_no_attempt()
    {
        var counters = new RelayCounters(SampleNotices.Writer());
        var report = SampleNotices.Report(SampleNotices.Message("shop@example.com", new QueuedRecipient("user@example.net")), 0, Cause.RecipientUnknown, "not sent", "", isRemote: false);

        counters.Attempted(report with { Path = "", IsLast = true, Decision = report.Decision with { RuleId = ScreenedOut.Rule } });

        Assert.Empty(counters.Attempts.All);
        Assert.Equal((RelayCounters.SuppressedRecipients, 1L), Assert.Single(counters.Events.All));
    }

    [Fact]
    public void Labels_and_help_are_escaped_and_numbers_have_a_point()
    {
        var text = new PrometheusText();
        text.Gauge("a", "one \\ \"two\"\nthree");
        text.Sample("a", 0.5, ("x", "q\"b\\s\nl"), ("y", "é"));
        text.Sample("a", 12345678901234);

        Assert.Equal("# HELP a one \\\\ \"two\"\\nthree\n# TYPE a gauge\na{x=\"q\\\"b\\\\s\\nl\",y=\"é\"} 0.5\na 12345678901234\n", text.ToString());
    }
}
