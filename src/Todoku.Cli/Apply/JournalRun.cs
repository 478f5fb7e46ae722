using System.Globalization;
using Todoku.Apply.Journals;
using Todoku.Apply.Running;
using Todoku.Cli.Commands;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;

namespace Todoku.Cli.Apply;

/// <summary>What was changed, and undoing it.</summary>
internal sealed class JournalRun(CliConsole console, CliTexts texts, ApplyOptions options)
{
    private readonly ChangeRun _run = new(console, texts, options);

    /// <summary>Lists it, oldest first.</summary>
    public int List()
    {
        var entries = _run.Journal.Read();
        if (entries.Count == 0) _run.Say(texts.Apply.NoEntries(options.State));
        foreach (var entry in entries)
        {
            _run.Say(string.Create(CultureInfo.InvariantCulture, $"{entry.Number,4}  {entry.Time:yyyy-MM-dd HH:mm}Z  {texts.Apply.StateOf(entry.State)}  {texts.Apply.Title(entry.Kind, entry.Subject)}"));
            foreach (var file in entry.Files) _run.Say($"      {file.Path}");
        }
        return ExitStatus.Fine;
    }

    /// <summary>Undoes the last change that is in force, or all down to a number, the last one first.</summary>
    public int Undo(int? number)
    {
        var made = _run.Journal.Read().Where(entry => entry.State is JournalState.Made or JournalState.Begun).Reverse().ToArray();
        var wanted = number is { } last ? [.. made.TakeWhile(entry => entry.Number >= last)] : made.Take(1).ToArray();
        if (wanted.Length == 0 || (number is { } named && wanted[^1].Number != named)) throw new UnreadableException(texts.Apply.NothingToUndo(options.State));
        foreach (var entry in wanted)
        {
            UndoAsync(entry).GetAwaiter().GetResult();
            // What was made earlier may be what this one rests on.
            if (_run.Status != ExitStatus.Fine) break;
        }
        return _run.Status;
    }

    private async Task UndoAsync(JournalEntry entry)
    {
        switch (new UndoPlanner(_run.Host, _run.Journal).Plan(entry))
        {
            case UndoPlan.Ready { Change: var change }:
                var title = texts.Apply.UndoTitle(entry.Number, texts.Apply.Title(entry.Kind, entry.Subject));
                await _run.OfferAsync(change, title, () => _run.Applier.UndoAsync(entry, change), texts.Apply.Undone);
                break;
            case UndoPlan.ChangedSince changed:
                _run.Say(texts.Apply.ChangedSinceMade(entry.Number, changed.Path));
                foreach (var line in changed.Diff) _run.Say(line);
                _run.Worsen(ExitStatus.Unreadable);
                break;
        }
    }
}
