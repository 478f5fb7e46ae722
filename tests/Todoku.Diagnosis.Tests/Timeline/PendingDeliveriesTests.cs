using Todoku.Diagnosis.Timeline;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Tests.Timeline;

public class PendingDeliveriesTests
{
    private readonly PendingDeliveries _pending = new(maxPending: 10);
    private readonly FailureGroup _greylisted = new(ProviderDirectory.Others, Cause.Greylisted);
    private readonly FailureGroup _full = new(ProviderDirectory.Others, Cause.MailboxFull);

    [Fact]
    public void Deliveries_that_were_made_leave_nothing()
    {
        for (ulong message = 1; message <= 1000; message++)
        {
            _pending.Defer(Keys(message, 1), _greylisted);
            _pending.Defer(Keys(message, 2), _greylisted);
            _pending.Deliver(Keys(message, 1));
            _pending.GiveUp(Keys(message, 2));
        }

        Assert.Equal((0, 0, false), (_pending.Count, _pending.MessagesWaiting, _pending.WasFull));
        Assert.Equal((0, 1000), (_greylisted.Pending, _greylisted.Healed));
    }

    [Fact]
    public void A_message_that_ends_while_deliveries_wait_has_not_arrived()
    {
        _pending.Defer(Keys(7, 1), _greylisted);
        _pending.Defer(Keys(7, 2), _full);
        _pending.Defer(Keys(8, 1), _greylisted);

        _pending.End(7);
        _pending.End(9);

        Assert.Equal((1, 1), (_pending.Count, _pending.MessagesWaiting));
        Assert.Equal((1L, 1L), (_greylisted.Lost.Count, _full.Lost.Count));
        Assert.Equal((1, 0), (_greylisted.Pending, _full.Pending));
        Assert.Equal(2, _pending.MessagesNotArrived()[_greylisted].Count);
        Assert.False(_pending.Waits(7));
    }

    [Fact]
    public void A_delivery_that_fails_in_another_way_waits_by_that()
    {
        _pending.Defer(Keys(7, 1), _greylisted);
        _pending.Defer(Keys(7, 2), _greylisted);
        _pending.Defer(Keys(7, 1), _full);

        Assert.Equal((1, 1, 2), (_greylisted.Pending, _full.Pending, _pending.Count));
        Assert.Same(_full, _pending.LastFailure(Keys(7, 1)));
        Assert.Same(_greylisted, _pending.LastFailure(Keys(7, 2)));
        Assert.Same(_full, _pending.LastFailure(Keys(7, 3)));
        Assert.Null(_pending.LastFailure(Keys(8, 1)));

        _pending.Deliver(Keys(7, 1));
        _pending.Deliver(Keys(7, 1));
        Assert.Equal((1, 1, 0L, 1L), (_greylisted.Pending, _pending.Count, _greylisted.Healed, _full.Healed));
    }

    [Fact]
    public void More_than_the_limit_at_once_are_written_off_and_said()
    {
        for (ulong message = 1; message <= 11; message++) _pending.Defer(Keys(message, 1), _greylisted);

        Assert.Equal((1, true), (_pending.Count, _pending.WasFull));
        Assert.Equal(10, _greylisted.Lost.Count);
        Assert.Equal(11, _pending.MessagesNotArrived()[_greylisted].Count);
    }

    [Fact]
    public void Mail_of_many_days_that_a_retry_mended_reaches_no_limit()
    {
        var script = new MailScript(options: new AnalyzerOptions { MaxPending = 10 });
        for (var i = 0; i < 1000; i++)
        {
            var message = new Try { Message = (ulong)i + 1 };
            var ticks = MailScript.Ticks("00:00") + (i * TimeSpan.TicksPerHour);
            script.Attempt(ticks, Mail.DeliveryStatus.Deferred, "451 [greylisted]", message);
            script.Attempt(ticks + TimeSpan.TicksPerMinute, Mail.DeliveryStatus.Delivered, "250 ok", message);
        }

        var result = script.Conclude();

        Assert.DoesNotContain(result.Notices, notice => notice.Kind == NoticeKind.InFlightLimit);
        Assert.DoesNotContain(result.Findings, finding => finding.IsCurrent);
    }

    [Fact]
    public void A_message_that_left_the_queue_unseen_reaches_no_limit_and_has_not_arrived()
    {
        var script = new MailScript(options: new AnalyzerOptions { MaxPending = 10 });
        for (var i = 0; i < 100; i++)
        {
            script.Deferred("10:00", "451 [spam-content]", new Try { Message = (ulong)i + 1 });
            script.Analyzer.Ended((ulong)i + 1);
        }

        var result = script.Conclude();

        Assert.DoesNotContain(result.Notices, notice => notice.Kind == NoticeKind.InFlightLimit);
        Assert.Equal(100, Assert.Single(result.Findings).Messages);
    }

    private static AttemptKeys Keys(ulong message, ulong recipient) => new(message, recipient, Utf8Hash.Combine(message, recipient));
}
