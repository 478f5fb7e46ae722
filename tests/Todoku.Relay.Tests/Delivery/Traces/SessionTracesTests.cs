using Microsoft.Extensions.Time.Testing;
using Todoku.Relay.Delivery.Traces;
using Todoku.Relay.Queue;
using Todoku.Relay.Tests.Delivery.Engine;
using Todoku.Smtp.Transcripts;

namespace Todoku.Relay.Tests.Delivery.Traces;

/// <summary>Dialogues are remembered in bounded memory, those that went wrong always.</summary>
public sealed class SessionTracesTests
{
    private const string Blocked = "550 5.7.1 Unfortunately, messages from [192.0.2.1] weren't sent. Part of their network is on our block list (S3140).";

    [Fact]
    public async Task A_refused_attempt_is_remembered_and_one_that_went_well_is_not()
    {
        await using var world = await RerouteWorld.MakeAsync(from => from == "192.0.2.1" ? Blocked : null);
        await world.SendAsync(reports: 2);

        var trace = Assert.Single(world.Traces.Of(world.Newest));

        Assert.Equal(("main", 0), (trace.Path, Assert.Single(trace.Recipients)));
        var lines = trace.Dialogue.Lines.Select(line => $"{line.Side} {line.Text}").ToList();
        Assert.Contains("Client MAIL FROM:<news@shop.example> SIZE=24", lines);
        Assert.Contains($"Server {Blocked}", lines);
        Assert.DoesNotContain(lines, line => line.Contains("hello", StringComparison.Ordinal));
    }

    [Fact]
    public async Task All_are_remembered_when_that_is_asked_for_and_each_message_has_its_own_part_of_a_session()
    {
        await using var world = await RerouteWorld.MakeAsync(_ => null, traces: new SessionTraces(true, new TraceLimits()));
        await world.SendAsync(reports: 1);
        await world.SendAsync(reports: 1);

        var lines = Assert.Single(world.Traces.Of(world.Newest)).Dialogue.Lines.Select(line => line.Text).ToList();

        Assert.Equal(1, world.Connections("192.0.2.1"));
        Assert.Single(lines, line => line.StartsWith("EHLO", StringComparison.Ordinal));
        Assert.Single(lines, line => line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public void The_oldest_are_forgotten()
    {
        var traces = new SessionTraces(false, new TraceLimits { Sessions = 10, Octets = 3000, SessionsOfMessage = 2 });
        for (var i = 0; i < 5; i++) traces.Keep(new QueueId(1), Trace($"of one {i}"));
        Assert.Equal(["of one 3", "of one 4"], traces.Of(new QueueId(1)).Select(trace => trace.Server));

        for (var i = 2; i < 1000; i++) traces.Keep(new QueueId(i), Trace($"{i}"));

        Assert.Empty(traces.Of(new QueueId(1)));
        Assert.InRange(traces.Octets, 1, 3000);
        Assert.Single(traces.Of(new QueueId(999)));
        Assert.Equal(10, Enumerable.Range(1, 999).Sum(i => traces.Of(new QueueId(i)).Count));

        var large = new Transcript(new FakeTimeProvider());
        for (var i = 0; i < 100; i++) large.Add(TranscriptSide.Server, new string('x', 100));
        traces.Keep(new QueueId(1000), new SessionTrace([0], "main", "large", large.Excerpt()));
        Assert.Equal(0, traces.Octets);
    }

    private static SessionTrace Trace(string server) => new([0], "main", server, new Transcript(new FakeTimeProvider()).Excerpt());
}
