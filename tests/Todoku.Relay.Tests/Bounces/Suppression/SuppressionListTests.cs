using Microsoft.Extensions.Time.Testing;
using Todoku.Knowledge;
using Todoku.Relay.Bounces.Incoming;
using Todoku.Relay.Bounces.ReturnPaths;
using Todoku.Relay.Bounces.Suppression;
using Todoku.Relay.Delivery.Engine;
using Todoku.Relay.Queue;
using Todoku.Relay.Tests.Bounces.ReturnPaths;

namespace Todoku.Relay.Tests.Bounces.Suppression;

public sealed class SuppressionListTests
{
    private readonly FakeTimeProvider _time = new(SampleNotices.Accepted);
    private readonly MemoryState _state = new();

    [Fact]
    public async Task Holds_back_who_does_not_exist_for_longer_each_time()
    {
        var list = List();
        foreach (var days in new[] { 7, 30, 180, 180 })
        {
            Assert.Null(Against(list, "b@example.net"));
            await list.LearnAsync(Bounce(Cause.RecipientUnknown), Sent());
            Assert.NotNull(Against(list, "b@example.net"));
            Move(TimeSpan.FromDays(days) - TimeSpan.FromMinutes(1));
            Assert.NotNull(Against(list, "b@example.net"));
            Move(TimeSpan.FromMinutes(2));
        }
        Assert.Null(Against(list, "b@example.net"));
        Assert.Equal(4, Assert.Single(_state.Rows.Select(SuppressionRow.Read))?.Times);
    }

    [Fact]
    public async Task Says_since_when_and_why()
    {
        var list = List();
        await list.LearnAsync(Bounce(Cause.RecipientUnknown), Sent());

        var found = Against(list, "b@example.net");

        Assert.Equal(Cause.RecipientUnknown, found?.Cause);
        Assert.Equal("not sent: b@example.net is on the suppression list since 2026-12-01, until 2026-12-08: an earlier message came back because there is no such mailbox", found?.Words);
    }

    [Theory]
    [InlineData(Cause.IpReputation)]
    [InlineData(Cause.IpBlocklisted)]
    [InlineData(Cause.DomainReputation)]
    [InlineData(Cause.SpamContent)]
    [InlineData(Cause.DmarcFail)]
    [InlineData(Cause.MailboxFull)]
    [InlineData(Cause.RecipientRefused)]
    [InlineData(Cause.Policy)]
    [InlineData(Cause.Unknown)]
    public async Task Nobody_is_held_back_for_what_is_not_his_doing(Cause cause)
    {
        var list = List();

        Assert.IsType<SuppressionOutcome.None>(await list.LearnAsync(Bounce(cause), Sent()));

        Assert.Equal(0, list.Count);
    }

    [Fact]
    public async Task A_refusal_for_now_holds_nobody_back()
    {
        var list = List();

        await list.LearnAsync(Bounce(Cause.RecipientUnknown) with { IsPermanent = false }, Sent());

        Assert.Equal(0, list.Count);
    }

    [Theory]
    [InlineData("B@Example.NET", true)]
    [InlineData("\"b\"@example.net", true)]
    [InlineData("<b@example.net>", true)]
    [InlineData("b+tag@example.net", false)]
    [InlineData("c@example.net", false)]
    [InlineData("b@example.com", false)]
    [InlineData("no address", false)]
    public async Task One_address_has_many_forms(string recipient, bool isHeld)
    {
        var list = List();
        await list.LearnAsync(Bounce(Cause.RecipientUnknown), Sent());

        Assert.Equal(isHeld, Against(list, recipient) is not null);
    }

    [Theory]
    [InlineData(true, "example.com", true, true)]
    [InlineData(true, "example.com", false, false)]
    [InlineData(true, "example.org", true, false)]
    [InlineData(false, "example.com", true, true)]
    [InlineData(false, "EXAMPLE.com", false, true)]
    [InlineData(false, "example.org", false, false)]
    public async Task A_complaint_closes_the_mailbox_to_what_it_was_about(bool wasBulk, string author, bool isBulk, bool isHeld)
    {
        var list = List();
        await list.LearnAsync(Complaint("abuse"), Sent() with { IsBulk = wasBulk });

        Assert.Equal(isHeld, Against(list, "b@example.net", author, isBulk)?.Cause == Cause.RecipientRefused);
    }

    [Fact]
    public async Task What_is_no_spam_closes_nothing()
    {
        var list = List();

        await list.LearnAsync(Complaint("not-spam"), Sent());

        Assert.Equal(0, list.Count);
    }

    [Fact]
    public async Task Outlives_a_restart()
    {
        await List().LearnAsync(Bounce(Cause.RecipientDisabled), Sent());
        await List().LearnAsync(Complaint("abuse"), Sent() with { Recipient = "c@example.net", IsBulk = false });

        var list = List();
        await list.LoadAsync();

        Assert.Equal(Cause.RecipientDisabled, Against(list, "b@example.net")?.Cause);
        Assert.Contains("reported mail from example.com as spam", Against(list, "c@example.net", "example.com")?.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Administrators_add_look_at_and_remove_lines()
    {
        var list = List();
        var entry = new SuppressionEntry { Address = "B@example.net", Reason = SuppressionReason.Manual, Evidence = "asked by telephone", Since = SampleNotices.Accepted, Until = null };

        Assert.IsType<SuppressionOutcome.Changed>(await list.AddAsync(entry));
        Assert.Contains("administrator", Against(list, "b@example.net")?.Words, StringComparison.Ordinal);
        Assert.Equal("asked by telephone", Assert.Single(await list.ListAsync(line => line.Address.EndsWith("@example.net", StringComparison.Ordinal), 10)).Evidence);
        Assert.Empty(await list.ListAsync(_ => false, 10));
        Assert.IsType<SuppressionOutcome.None>(await list.LearnAsync(Bounce(Cause.RecipientUnknown), Sent()));
        Assert.IsType<SuppressionOutcome.NoAddress>(await list.AddAsync(entry with { Address = "nobody" }));
        Assert.IsType<SuppressionOutcome.NotThere>(await list.RemoveAsync("x@example.net", ""));
        Assert.IsType<SuppressionOutcome.Changed>(await list.RemoveAsync("b@EXAMPLE.net", ""));
        Assert.Null(Against(list, "b@example.net"));
        Assert.Empty(_state.Rows);
    }

    [Fact]
    public async Task Counts_in_memory_when_the_disk_does_not_take_it()
    {
        var list = List();
        _state.IsBroken = true;

        Assert.IsType<SuppressionOutcome.NotKept>(await list.LearnAsync(Bounce(Cause.RecipientUnknown), Sent()));

        Assert.NotNull(Against(list, "b@example.net"));
    }

    [Fact]
    public async Task Never_grows_past_its_limit_and_forgets_what_ended_long_ago()
    {
        var list = new SuppressionList(_state, new SteadyClock(_time), new SuppressionOptions { MostEntries = 2 });
        foreach (var name in new[] { "a", "b" }) await list.LearnAsync(Bounce(Cause.RecipientUnknown), Sent() with { Recipient = $"{name}@example.net" });

        Assert.IsType<SuppressionOutcome.Full>(await list.LearnAsync(Bounce(Cause.RecipientUnknown), Sent() with { Recipient = "c@example.net" }));
        Move(TimeSpan.FromDays(7 + 181));
        Assert.IsType<SuppressionOutcome.Changed>(await list.LearnAsync(Bounce(Cause.RecipientUnknown), Sent() with { Recipient = "c@example.net" }));
        Assert.Equal(1, list.Count);
    }

    private static ScreenedOut? Against(SuppressionList list, string recipient, string author = "example.com", bool isBulk = false) =>
        list.Against(recipient, SampleNotices.Message("a@example.com", new QueuedRecipient(recipient)).Envelope with { AuthorDomain = author, IsBulk = isBulk });

    private static SentRecord Sent() => SentRecord.Of(new EntryId(new QueueId(1), 0), SentRegistryTests.Delivered(1, "b@example.net").Envelope, "example.net", "direct", SampleNotices.Accepted)!;

    private static ComplaintReport Complaint(string kind) => new() { Entry = null, Sent = null, At = SampleNotices.Accepted, Kind = kind, Reporter = "FBL/1.0", Recipient = "", SourceIp = "" };

    private BounceReport Bounce(Cause cause) => new()
    {
        Entry = default,
        Sent = null,
        At = new SteadyClock(_time).Now,
        Recipient = "b@example.net",
        Reporter = "mx.example.net",
        RemoteHost = "",
        Reply = "550 5.1.1 unknown",
        Status = "5.1.1",
        Cause = cause,
        RuleId = "rule",
        IsPermanent = true,
    };

    // A steady clock follows a clock that is set only slowly; time that passes it follows at once.
    private void Move(TimeSpan time) => _time.Advance(time);

    private SuppressionList List() => new(_state, new SteadyClock(_time), new SuppressionOptions());
}
