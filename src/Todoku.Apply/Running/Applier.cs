using System.Net;
using Todoku.Apply.Changes;
using Todoku.Apply.Files;
using Todoku.Apply.Hosts;
using Todoku.Apply.Journals;
using Todoku.Apply.NameServers;
using Todoku.Dns;
using Todoku.Dns.Updates;

namespace Todoku.Apply.Running;

/// <summary>
/// Makes a change: looks that every file is still what was shown, writes down what it held, writes the files, makes tables again, checks, and puts it in force.
/// When one of these fails all is taken back, and put in force again if that had begun.
/// </summary>
/// <param name="host">The host.</param>
/// <param name="names">The name servers.</param>
/// <param name="journal">Where it is written down.</param>
/// <param name="time">The clock.</param>
public sealed class Applier(IApplyHost host, INameServers names, Journal journal, TimeProvider time)
{
    // RFC 2136, section 2.2.
    private const int YxRrset = 7;
    private const int NxRrset = 8;

    /// <summary>Makes a change. Once it has begun it is not given up half-way, so nothing cancels it.</summary>
    /// <exception cref="IOException">The journal can't be written; nothing was changed.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not write the journal; nothing was changed.</exception>
    public async Task<ApplyOutcome> MakeAsync(Change change)
    {
        ArgumentNullException.ThrowIfNull(change);
        using var only = journal.TryLock();
        if (only is null) return new ApplyOutcome.Busy();
        if (Stranger(change) is { } path) return new ApplyOutcome.ChangedSince(path);
        var entry = journal.Begin(change, time.GetUtcNow());
        var outcome = await RunAsync(change, entry.Number);
        if (outcome is not ApplyOutcome.Stuck) journal.Mark(entry, outcome is ApplyOutcome.Made ? JournalState.Made : JournalState.TakenBack);
        return outcome;
    }

    /// <summary>Undoes a change of the journal.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="change">What <see cref="UndoPlanner"/> made of it.</param>
    public async Task<ApplyOutcome> UndoAsync(JournalEntry entry, Change change)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(change);
        using var only = journal.TryLock();
        if (only is null) return new ApplyOutcome.Busy();
        if (Stranger(change) is { } path) return new ApplyOutcome.ChangedSince(path);
        var outcome = await RunAsync(change, entry.Number);
        if (outcome is ApplyOutcome.Made) journal.Mark(entry, JournalState.Undone);
        return outcome;
    }

    private string? Stranger(Change change) => change.Files.FirstOrDefault(file => host.Read(file.Path) != file.Before)?.Path;

    private async Task<ApplyOutcome> RunAsync(Change change, int number)
    {
        if (change.Dns is { } zone) return await SendAsync(zone, number);
        if (Try(change.Files, file => (file.Path, file.After, file.Mode)) is { } unwritten) return await TakeBackAsync(change, unwritten.What, unwritten.Complaint, false);
        if (await BuildAsync(change) is { } unbuilt) return await TakeBackAsync(change, unbuilt.What, unbuilt.Complaint, false);
        foreach (var check in change.Checks)
            if (await check.RunAsync(host, CancellationToken.None) is { IsFine: false } bad) return await TakeBackAsync(change, check.ToString(), bad.Complaint, false);
        foreach (var activation in change.Activations)
            if (await activation.RunAsync(host, CancellationToken.None) is { IsFine: false } bad) return await TakeBackAsync(change, activation.ToString(), bad.Complaint, true);
        return new ApplyOutcome.Made(number);
    }

    // The server does all of an update or nothing, and only if the records are what was shown. Where it is not known what it did, the journal keeps the change as begun.
    private async Task<ApplyOutcome> SendAsync(DnsEdit edit, int number)
    {
        if (!TsigKey.TryParse(host.Read(edit.KeyFile) ?? "", out var key)) return new ApplyOutcome.TakenBack(edit.KeyFile, "no key");
        return await names.SendAsync(IPEndPoint.Parse(edit.Server), edit.ToUpdate(), key, CancellationToken.None) switch
        {
            UpdateOutcome.Made => new ApplyOutcome.Made(number),
            UpdateOutcome.Refused { Code: YxRrset or NxRrset } => new ApplyOutcome.ChangedSince(edit.Zone),
            UpdateOutcome.Refused refused => new ApplyOutcome.TakenBack($"{edit.Zone} @{edit.Server}", UpdateText.OfCode(refused.Code)),
            UpdateOutcome.KeyRefused refused => new ApplyOutcome.TakenBack($"{edit.Zone} @{edit.Server}", UpdateText.OfKeyError(refused.Error)),
            UpdateOutcome.NotAnswered { Failure: DnsFailure.Unreachable } => new ApplyOutcome.TakenBack($"{edit.Zone} @{edit.Server}", FailureText.Of(DnsFailure.Unreachable)),
            UpdateOutcome.NotAnswered silent => new ApplyOutcome.Stuck($"{edit.Zone} @{edit.Server}", FailureText.Of(silent.Failure), edit.Lines),
            _ => new ApplyOutcome.Stuck($"{edit.Zone} @{edit.Server}", "unsigned answer", edit.Lines),
        };
    }

    private async Task<ApplyOutcome> TakeBackAsync(Change change, string what, string complaint, bool wasActivated)
    {
        var left = new List<string>();
        foreach (var file in change.Files.Reverse())
            if (Try([file], one => (one.Path, one.Before, one.Mode)) is { } failed) left.Add($"{failed.What}: {failed.Complaint}");
        if (await BuildAsync(change) is { } unbuilt) left.Add($"{unbuilt.What}: {unbuilt.Complaint}");
        if (wasActivated)
            foreach (var activation in change.Activations)
                if (await activation.RunAsync(host, CancellationToken.None) is { IsFine: false } bad) left.Add($"{activation}: {bad.Complaint}");
        return left.Count == 0 ? new ApplyOutcome.TakenBack(what, complaint) : new ApplyOutcome.Stuck(what, complaint, left);
    }

    private (string What, string Complaint)? Try(IReadOnlyList<FileEdit> files, Func<FileEdit, (string Path, string? Text, UnixFileMode Mode)> wanted)
    {
        foreach (var (path, text, mode) in files.Select(wanted))
        {
            try
            {
                if (text is null) host.Delete(path);
                else if (host.Read(path) != text) host.Write(path, text, mode);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                return (path, error.Message);
            }
        }
        return null;
    }

    // A table whose text is gone goes, too.
    private async Task<(string What, string Complaint)?> BuildAsync(Change change)
    {
        foreach (var build in change.Builds)
        {
            if (host.Read(build.Path) is null)
            {
                if (Try([.. build.Built.Select(path => new FileEdit(path, null, null))], file => (file.Path, null, file.Mode)) is { } failed) return failed;
            }
            else if (await build.Command.RunAsync(host, CancellationToken.None) is { IsFine: false } bad) return (build.Command.ToString(), bad.Complaint);
        }
        return null;
    }
}
