using System.Globalization;
using Todoku.Diagnosis.Messages.Routes;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Checks.Messages;

/// <summary>
/// Whether Date can be read and is the time of sending. It is held against the first Received field, which the server wrote by its own clock; without
/// one against now, where only a date in the future is wrong. Several hours off to the half hour are a wrong time zone.
/// </summary>
public sealed class DatePoint : IMessageCheck
{
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Late = TimeSpan.FromDays(2);
    private static readonly TimeSpan LargestZone = TimeSpan.FromHours(14);

    /// <inheritdoc/>
    public string Id => "message-date";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["right", "unreadable", "future", "zone", "old"];

    /// <inheritdoc/>
    public bool NeedsWhole => false;

    /// <inheritdoc/>
    public Task<IReadOnlyList<CheckResult>> RunAsync(MessageContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var message = context.Message;
        if (message.Headers.All("Date"u8).Count == 0) return Task.FromResult<IReadOnlyList<CheckResult>>([]);
        var text = message.First("Date");
        var first = message.Hops.LastOrDefault(hop => hop.Time is not null);
        string[] evidence = [$"Date: {text}", .. first is null ? Array.Empty<string>() : [$"Received: {first.Text}"]];
        if (MessageDate.Parse(text) is not { } date) return PointResult.Task(PointResult.Of(this, "unreadable", CheckStatus.Problem, "Date", evidence));
        var reference = first?.Time ?? context.Time.GetUtcNow();
        var (outcome, status) = Judge(date - reference, isReceived: first is not null);
        return PointResult.Task(PointResult.Of(this, outcome, status, "Date", evidence,
            new ReplyValue(CheckValueNames.Count, Figure.Of((int)Math.Min((date - reference).Duration().TotalHours, 999_999))),
            new ReplyValue(CheckValueNames.Term, date.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture))));
    }

    private static (string Outcome, CheckStatus Status) Judge(TimeSpan ahead, bool isReceived)
    {
        // Nine hours ahead and the like: local time with the zone of another place, as a server set to UTC writes it for Japan.
        var isZone = isReceived && ahead.Duration() >= TimeSpan.FromMinutes(50) && ahead.Duration() <= LargestZone && Math.Abs(ahead.TotalMinutes - (Math.Round(ahead.TotalMinutes / 30) * 30)) <= 3;
        if (isZone) return ("zone", CheckStatus.Warning);
        if (ahead > Slack) return ("future", ahead > TimeSpan.FromHours(24) ? CheckStatus.Problem : CheckStatus.Warning);
        return isReceived && ahead < -Late ? ("old", CheckStatus.Warning) : ("right", CheckStatus.Pass);
    }
}
