using System.Globalization;
using Todoku.Diagnosis.Messages.Routes;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Checks.Messages;

/// <summary>The way that the message took by its Received fields: how many hops, who handed it in, and clocks that go back or long waits.</summary>
public sealed class PathPoint : IMessageCheck
{
    // RFC 5321, section 6.3: servers take more for a loop, with a limit of at least 100; common ones have 25 to 50.
    private const int ManyHops = 25;

    private static readonly TimeSpan ClockSlack = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongWait = TimeSpan.FromMinutes(30);

    /// <inheritdoc/>
    public string Id => "message-path";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["plain", "not-sent-yet", "clock", "waited", "loop"];

    /// <inheritdoc/>
    public bool NeedsWhole => false;

    /// <inheritdoc/>
    public Task<IReadOnlyList<CheckResult>> RunAsync(MessageContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var hops = context.Message.Hops;
        if (hops.Count == 0) return PointResult.Task(PointResult.Of(this, "not-sent-yet", CheckStatus.NotKnown, "message", []));
        // As it went: the first server first.
        var way = hops.Reverse().ToArray();
        var evidence = way.Select(Line).ToArray();
        var count = new ReplyValue(CheckValueNames.Count, Figure.Of(hops.Count));
        var name = new ReplyValue(CheckValueNames.Name, Submitter(way[0]));
        if (hops.Count > ManyHops) return PointResult.Task(PointResult.Of(this, "loop", CheckStatus.Warning, "message", evidence, count, name));
        var steps = way.Zip(way.Skip(1)).Select(pair => (pair.First, pair.Second, Wait: pair.Second.Time - pair.First.Time)).Where(step => step.Wait is not null).ToArray();
        if (steps.FirstOrDefault(step => step.Wait < -ClockSlack) is { Wait: { } back } clock)
            return PointResult.Task(PointResult.Of(this, "clock", CheckStatus.Warning, clock.First.By, evidence, count, name, Minutes(back), new ReplyValue(CheckValueNames.Term, clock.First.By)));
        if (steps.Where(step => step.Wait > LongWait).OrderByDescending(step => step.Wait).FirstOrDefault() is { Wait: { } wait } slow)
            return PointResult.Task(PointResult.Of(this, "waited", CheckStatus.Warning, slow.First.By, evidence, count, name, Minutes(wait), new ReplyValue(CheckValueNames.Term, slow.First.By)));
        return PointResult.Task(PointResult.Of(this, "plain", CheckStatus.Pass, "message", evidence, count, name));
    }

    private static ReplyValue Minutes(TimeSpan wait) => new(CheckValueNames.Most, Figure.Of((int)Math.Min(wait.Duration().TotalMinutes, 9_999_999)));

    private static string Submitter(ReceivedHop hop) => hop.Ip?.ToString() ?? (hop.From.Length > 0 ? hop.From : hop.By);

    private static string Line(ReceivedHop hop, int index)
    {
        var client = hop.From.Length == 0 ? "-" : hop.Ip is { } ip ? $"{hop.From} [{ip}]" : hop.From;
        var time = hop.Time?.ToString(" yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
        return $"{index + 1}. {client} → {(hop.By.Length > 0 ? hop.By : "-")}{(hop.With.Length > 0 ? $" ({hop.With})" : "")}{time}";
    }
}
