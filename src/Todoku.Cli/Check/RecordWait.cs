using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Checks.Publishing;
using Todoku.Diagnosis.Reports.Escaping;
using Todoku.Diagnosis.Reports.Text;

namespace Todoku.Cli.Check;

/// <summary>Waits until the records are visible and tells how far it is: on a terminal in one line that changes, else in a line for each change.</summary>
internal sealed class RecordWait(CliConsole console, CliTexts texts)
{
    private string _last = "";

    /// <summary>Waits.</summary>
    /// <exception cref="OperationCanceledException">The user broke off.</exception>
    public async Task<WatchOutcome> RunAsync(PublicationPlan plan, INameServers servers, TimeSpan limit, CancellationToken cancellationToken)
    {
        var words = texts.Waiting;
        // Those of other people's zones are waited for only when there is nothing else.
        PublicationChange[] own = [.. plan.Changes.Where(change => change.Zone.Equals(plan.Zone))];
        IReadOnlyList<PublicationChange> changes = own.Length > 0 ? own : plan.Changes;
        console.Error.WriteLine($"todoku: {words.WaitingFor}");
        foreach (var change in changes) console.Error.WriteLine($"    {VisibleText.Escape(change.Record.ToMasterFileLine())}");
        WatchProgress? progress = null;
        var watch = new ChangeWatch(servers, console.Time);
        var outcome = await watch.RunAsync(changes, limit, now => Tell(progress = now), cancellationToken).ConfigureAwait(false);
        if (_last.Length > 0 && console.IsErrorTerminal) console.Error.Write("\r\e[K");
        var message = outcome switch
        {
            WatchOutcome.Visible => watch.SilentServers is { Count: > 0 } silent ? words.VisibleWhere(silent) : words.Visible,
            WatchOutcome.OtherRecord => words.OtherRecord,
            WatchOutcome.NoServers => words.NoServers(plan.Zone.ToString()),
            _ when progress is { IsAtResolver: true } => progress.Silent.Count > 0 ? words.ResolverSilent : words.ResolverTimedOut(progress.Remaining),
            _ => words.TimedOut(progress?.Late ?? [], progress?.Silent ?? []),
        };
        console.Error.WriteLine($"todoku: {VisibleText.Escape(message)}");
        return outcome;
    }

    private void Tell(WatchProgress progress)
    {
        var words = texts.Waiting;
        if (console.IsErrorTerminal)
        {
            _last = progress.IsAtResolver ? words.AtResolver(progress.Remaining, progress.NextIn) : words.AtServers(progress.Ready, progress.Total, progress.Silent, progress.NextIn);
            console.Error.Write($"\r{Columns.Cut(_last, console.Width() - 1)}\e[K");
            return;
        }
        var line = progress.IsAtResolver ? words.AtResolver(progress.Remaining, TimeSpan.Zero) : words.AtServers(progress.Ready, progress.Total, progress.Silent, TimeSpan.Zero);
        var state = progress.IsAtResolver ? words.AtResolver(TimeSpan.Zero, TimeSpan.Zero) : line;
        if (state == _last) return;
        _last = state;
        console.Error.WriteLine($"todoku: {line}");
    }
}
