using Todoku.Knowledge;
using Todoku.Relay.Delivery.Shaping;
using Todoku.Relay.Delivery.Traces;
using Todoku.Relay.Operating;
using Todoku.Relay.Queue;
using Todoku.Smtp.Transcripts;
using Todoku.Web.Control;
using Todoku.Web.Control.Contract;

namespace Todoku.Web.Tests.Control;

/// <summary>The control socket, asked by its own client and by others.</summary>
public sealed class ControlDoorTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lists_what_is_queued_page_by_page()
    {
        await using var world = await ControlWorld.OpenAsync();
        for (var i = 0; i < 5; i++) await world.QueueAsync("news@shop.example", "a@example.net", "b@gmail.com");

        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = Done(await world.Client.ListAsync(QueueSelector.All, 3, after, Ct));
            seen.AddRange(page.Entries.Select(entry => entry.Id));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(10, seen.Distinct().Count());
    }

    [Fact]
    public async Task Selects_by_sender_domain_provider_cause_and_state()
    {
        await using var world = await ControlWorld.OpenAsync();
        await world.QueueAsync("news@shop.example", "b@gmail.com");
        await world.FailAsync(Cause.IpReputation, "421 4.7.0 too much\r\nfrom you\u202e");
        await world.QueueAsync("", "c@example.net");

        Assert.Equal(["b@gmail.com"], await Recipients(world, new QueueSelector { Sender = "shop.example" }));
        Assert.Equal(["c@example.net"], await Recipients(world, new QueueSelector { Sender = "<>" }));
        Assert.Equal(["c@example.net"], await Recipients(world, new QueueSelector { Domain = "EXAMPLE.net" }));
        Assert.Equal(["b@gmail.com"], await Recipients(world, new QueueSelector { Provider = "google" }));
        Assert.Equal(["c@example.net"], await Recipients(world, new QueueSelector { Provider = "example.net" }));
        Assert.Equal(["b@gmail.com"], await Recipients(world, new QueueSelector { Cause = "ip-reputation" }));
        Assert.Empty(await Recipients(world, new QueueSelector { State = "held" }));
        Assert.Empty(await Recipients(world, new QueueSelector { OlderThan = 3600 }));
    }

    [Fact]
    public async Task Shows_the_dialogues_of_a_message_also_when_it_has_left()
    {
        var traces = new SessionTraces(false, new TraceLimits());
        var transcript = new Transcript(TimeProvider.System);
        transcript.Add(TranscriptSide.Server, "550 5.1.1 no\u001b such user\r\n"u8);
        traces.Keep(new QueueId(0xABC), new SessionTrace([0, 1], "main", "mx.example.net[192.0.2.1]:25", transcript.Excerpt()));
        await using var world = await ControlWorld.OpenAsync(traces: traces);

        var answer = Done(await world.Client.TraceAsync("ABC/2", Ct));

        var session = Assert.Single(answer.Sessions);
        Assert.Equal(["000ABC/1", "000ABC/2"], session.Entries);
        Assert.Equal(("server", "550 5.1.1 no? such user"), (session.Lines[0].Side, session.Lines[0].Text));
        Assert.False(answer.KeepsAll);
        Assert.Empty(Done(await world.Client.TraceAsync("ABC/3", Ct)).Sessions);
        Assert.Equal(ControlFaultKind.BadId, Assert.IsType<ControlAnswer<TraceAnswer>.Failed>(await world.Client.TraceAsync("ABC/x", Ct)).Fault.Kind);
    }

    [Theory]
    [InlineData("zz", null, null, ControlFaultKind.BadId)]
    [InlineData("1/0", null, null, ControlFaultKind.BadId)]
    [InlineData(null, "no such cause", null, ControlFaultKind.BadCause)]
    [InlineData(null, null, "asleep", ControlFaultKind.BadState)]
    public async Task Says_which_selector_is_wrong(string? id, string? cause, string? state, ControlFaultKind kind)
    {
        await using var world = await ControlWorld.OpenAsync();

        var answer = await world.Client.ListAsync(new QueueSelector { Id = id, Cause = cause, State = state }, 10, null, Ct);

        Assert.Equal(new ControlFault(kind, id ?? cause ?? state!), Assert.IsType<ControlAnswer<QueueListAnswer>.Failed>(answer).Fault);
    }

    [Fact]
    public async Task Shows_a_message_and_says_why_it_waits()
    {
        await using var world = await ControlWorld.OpenAsync();
        var id = await world.QueueAsync("news@shop.example", "a@example.net", "b@gmail.com");
        await world.FailAsync(Cause.Greylisted, "450 4.2.0 later");

        var message = Done(await world.Client.ShowAsync(id.ToString(), Ct));
        Assert.Equal((2, "www", "authenticated"), (message.Entries.Count, message.Submitter, message.SubmitterKind));

        var why = Done(await world.Client.WhyAsync(id.ToString(), Ct)).Entries;
        var failed = why.Single(line => line.Entry.Last is not null);
        Assert.Equal(("retry-later", "greylisted"), (failed.Reasons[0].Reason, failed.Reasons[0].Cause));
        Assert.NotNull(failed.Reasons[0].Until);
        Assert.Equal("turn", why.Single(line => line.Entry.Last is null).Reasons.Single().Reason);

        Assert.Single(Done(await world.Client.WhyAsync($"{id}/2", Ct)).Entries);
        Assert.Equal(ControlFaultKind.NotQueued, Fault(await world.Client.ShowAsync("FFFFFF", Ct)));
        Assert.Equal(ControlFaultKind.NotQueued, Fault(await world.Client.WhyAsync($"{id}/3", Ct)));
    }

    [Fact]
    public async Task Says_which_path_is_waited_for()
    {
        var shaper = new Shaper(new ShapeSettings(), new SteadyClock(TimeProvider.System));
        foreach (var path in new[] { "main", "second" }) shaper.Limits("google", path);
        await using var world = await ControlWorld.OpenAsync(shaper: shaper);
        var waiting = await world.QueueAsync("news@shop.example", "a@gmail.com");
        var lease = world.Queue.TryLease(1)!;
        var other = await world.QueueAsync("info@other.example", "b@gmail.com");
        world.Queue.HoldBack(lease.Lane, "main", DateTimeOffset.UtcNow.AddHours(1), [lease.Entries[0].Id]);

        var why = Done(await world.Client.WhyAsync(waiting.ToString(), Ct)).Entries[0];
        Assert.Equal(("path-paused", "main"), (why.Reasons[0].Reason, why.Reasons[0].Path));
        Assert.NotNull(why.Reasons[0].Until);
        Assert.Equal("turn", Done(await world.Client.WhyAsync(other.ToString(), Ct)).Entries[0].Reasons[0].Reason);

        var limits = Done(await world.Client.LimitsAsync(Ct)).Limits;
        Assert.Equal([("main", 1, true), ("second", 0, false)], limits.Select(one => (one.Path, one.SendersHeldBack, one.HeldBackUntil is not null)));
    }

    [Fact]
    public async Task Holds_releases_retries_and_drops_and_writes_down_who_did()
    {
        await using var world = await ControlWorld.OpenAsync();
        var id = await world.QueueAsync("news@shop.example", "a@example.net", "b@gmail.com");
        await world.QueueAsync("info@shop.example", "c@example.net");

        Assert.Equal(new ChangeAnswer(1, 0, 1), Done(await Change(world, "hold", new QueueSelector { Id = $"{id}/1" })));
        Assert.Equal(["a@example.net"], await Recipients(world, new QueueSelector { State = "held" }));
        Assert.Equal("held", Done(await world.Client.WhyAsync($"{id}/1", Ct)).Entries.Single().Reasons.Single().Reason);
        Assert.Equal(new ChangeAnswer(0, 0, 1), Done(await Change(world, "hold", new QueueSelector { Id = $"{id}/1" })));
        Assert.Equal(new ChangeAnswer(1, 0, 2), Done(await Change(world, "release", new QueueSelector { Sender = "news@shop.example" })));
        Assert.Equal(new ChangeAnswer(2, 0, 2), Done(await Change(world, "drop", new QueueSelector { Domain = "example.net" })));
        Assert.Equal(["b@gmail.com"], await Recipients(world, QueueSelector.All));
        Assert.Equal(ControlFaultKind.NotQueued, Fault(await Change(world, "retry", new QueueSelector { Id = $"{id}/1" })));

        Assert.Contains(world.Audit, line => line.Contains("drop", StringComparison.Ordinal) && line.Contains("example.net", StringComparison.Ordinal) && line.Contains("2 of 2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task All_must_be_said()
    {
        await using var world = await ControlWorld.OpenAsync();
        await world.QueueAsync();

        Assert.Equal(ControlFaultKind.NothingNamed, Fault(await Change(world, "drop", QueueSelector.All)));
        Assert.Equal(1, world.Queue.Count);
        Assert.Equal(new ChangeAnswer(1, 0, 1), Done(await world.Client.ChangeAsync(new ChangeBody("drop", null, All: true), Ct)));
        Assert.Equal(0, world.Queue.Count);
    }

    [Fact]
    public async Task Leaves_alone_what_is_being_sent()
    {
        await using var world = await ControlWorld.OpenAsync();
        await world.QueueAsync();
        Assert.NotNull(world.Queue.TryLease(1));

        Assert.Equal(new ChangeAnswer(0, 1, 1), Done(await world.Client.ChangeAsync(new ChangeBody("drop", null, All: true), Ct)));
        Assert.Equal(1, world.Queue.Count);
    }

    [Fact]
    public async Task Counts_by_lane_and_age()
    {
        await using var world = await ControlWorld.OpenAsync();
        await world.QueueAsync("news@shop.example", "a@gmail.com", "b@gmail.com", "c@example.net");

        var shape = Done(await world.Client.ShapeAsync(1, Ct));

        Assert.Equal(["provider:google", null], shape.Lanes.Select(lane => lane.Lane));
        Assert.Equal((3, 3), (shape.Sum.Total, shape.Sum.ByAge[0]));
        Assert.Equal(shape.Ages.Count + 1, shape.Sum.ByAge.Count);
    }

    [Fact]
    public async Task Keeps_the_suppression_list()
    {
        await using var world = await ControlWorld.OpenAsync();

        var added = Done(await world.Client.SuppressAsync(new SuppressionBody { Address = "User@Example.NET", Seconds = 3600, Note = "asked" }, Ct));
        Assert.Equal(("user@example.net", "manual", "asked"), (added.Address, added.Reason, added.Evidence));
        Assert.NotNull(added.Until);
        Done(await world.Client.SuppressAsync(new SuppressionBody { Address = "user@example.net", AuthorDomain = "shop.example", BulkOnly = true }, Ct));
        Assert.Equal(["all", "author-domain-bulk"], Done(await world.Client.SuppressionsAsync("example.net", 10, Ct)).Lines.Select(line => line.Scope).Order());
        Assert.True(Done(await world.Client.SuppressionsAsync("", 1, Ct)).IsCut);

        Done(await world.Client.UnsuppressAsync("user@example.net", "", Ct));
        Assert.Equal(ControlFaultKind.NotSuppressed, Fault(await world.Client.UnsuppressAsync("user@example.net", "", Ct)));
        Assert.Equal(ControlFaultKind.BadAddress, Fault(await world.Client.SuppressAsync(new SuppressionBody { Address = "nobody" }, Ct)));
        Assert.Equal(ControlFaultKind.BadValue, Fault(await world.Client.SuppressAsync(new SuppressionBody { Address = "a@example.net", BulkOnly = true }, Ct)));
        Assert.Single(Done(await world.Client.SuppressionsAsync("", 10, Ct)).Lines);
    }

    [Fact]
    public async Task Says_what_is_only_known_while_mail_is_sent()
    {
        await using var world = await ControlWorld.OpenAsync();

        Assert.Equal(ControlFaultKind.OnlyRunning, Fault(await world.Client.LimitsAsync(Ct)));
        Assert.Equal(ControlFaultKind.OnlyRunning, Fault(await world.Client.PathsAsync(Ct)));
    }

    [Theory]
    [InlineData("GET /v1/nothing HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "404", "no-such-address")]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "404", "no-such-address")]
    [InlineData("PUT /v1/queue HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", "405", "wrong-method")]
    [InlineData("GET /v1/queue?max=many HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "400", "bad-value")]
    [InlineData("GET /v1/queue?max=100000 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "400", "bad-value")]
    [InlineData("POST /v1/queue/changes HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\nConnection: close\r\n\r\n{\"change\"", "400", "bad-value")]
    [InlineData("POST /v1/queue/changes HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nConnection: close\r\n\r\nnull", "400", "bad-value")]
    [InlineData("POST /v1/queue/changes HTTP/1.1\r\nHost: x\r\nContent-Length: 17\r\nConnection: close\r\n\r\n{\"change\":\"burn\"}", "400", "bad-value")]
    [InlineData("POST /v1/queue/changes HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n", "413", "too-large")]
    [InlineData("nonsense\r\n\r\n", "400", "")]
    public async Task Answers_wrong_input_with_what_is_wrong(string request, string status, string problem)
    {
        await using var world = await ControlWorld.OpenAsync();
        await world.QueueAsync();

        var response = await world.SayAsync(request);

        Assert.StartsWith($"HTTP/1.1 {status} ", response, StringComparison.Ordinal);
        Assert.Contains(problem, response, StringComparison.Ordinal);
        Assert.Equal(1, world.Queue.Count);
    }

    [Fact]
    public async Task Nobody_else_may_ask()
    {
        Assert.SkipWhen(Environment.UserName == "root", "root may ask every relay");
        await using var world = await ControlWorld.OpenAsync(new UserIdentity(54321, 54321));

        Assert.Equal(ControlFaultKind.NotAllowed, Fault(await world.Client.StatusAsync(Ct)));
    }

    [Fact]
    public void Root_the_same_user_and_the_group_may_administer()
    {
        var relay = new UserIdentity(990, 990);

        Assert.True(new Peer(new UserIdentity(0, 0), []).MayControl(relay));
        Assert.True(new Peer(new UserIdentity(990, 100), []).MayControl(relay));
        Assert.True(new Peer(new UserIdentity(1000, 990), []).MayControl(relay));
        Assert.True(new Peer(new UserIdentity(1000, 1000), [27, 990]).MayControl(relay));
        Assert.False(new Peer(new UserIdentity(1000, 1000), [27, 100]).MayControl(relay));
    }

    [Fact]
    public async Task The_socket_is_for_user_and_group_and_one_that_was_left_behind_is_replaced()
    {
        using var folder = new TempFolder();
        // As after a crash: the name is there, nobody listens.
        ControlSocket.Bind(folder["a.sock"]).SafeHandle.Dispose();
        Assert.True(File.Exists(folder["a.sock"]));
        using (ControlSocket.Bind(folder["a.sock"]))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite, File.GetUnixFileMode(folder["a.sock"]));

        await using var world = await ControlWorld.OpenAsync();
        Assert.Contains("another relay", Assert.Throws<IOException>(() => ControlSocket.Bind(world.Socket)).Message, StringComparison.Ordinal);
        Assert.Contains(folder["x"], Assert.Throws<IOException>(() => ControlSocket.Bind(folder["x"] + new string('y', 200))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_relay_that_does_not_answer_is_no_answer()
    {
        using var folder = new TempFolder();
        using var client = new ControlClient(folder["none.sock"]);

        Assert.Equal(ControlFaultKind.NoAnswer, Fault(await client.StatusAsync(Ct)));
    }

    private static Task<ControlAnswer<ChangeAnswer>> Change(ControlWorld world, string change, QueueSelector selector) => world.Client.ChangeAsync(new ChangeBody(change, selector), Ct);

    private static async Task<string[]> Recipients(ControlWorld world, QueueSelector selector) =>
        [.. Done(await world.Client.ListAsync(selector, 100, null, Ct)).Entries.Select(entry => entry.Recipient)];

    private static T Done<T>(ControlAnswer<T> answer) => Assert.IsType<ControlAnswer<T>.Done>(answer).Value;

    private static ControlFaultKind Fault<T>(ControlAnswer<T> answer) => Assert.IsType<ControlAnswer<T>.Failed>(answer).Fault.Kind;
}
