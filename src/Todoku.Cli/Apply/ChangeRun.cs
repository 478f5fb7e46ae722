using Todoku.Apply.Changes;
using Todoku.Apply.Files;
using Todoku.Apply.Hosts;
using Todoku.Apply.Journals;
using Todoku.Apply.NameServers;
using Todoku.Apply.Running;
using Todoku.Cli.Commands;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Reports.Escaping;

namespace Todoku.Cli.Apply;

/// <summary>Shows changes, asks, and makes them, one at a time.</summary>
internal sealed class ChangeRun(CliConsole console, CliTexts texts, ApplyOptions options)
{
    private readonly IApplyHost _host = console.OpenApplyHost();
    private readonly INameServers _names = console.OpenNameServers();
    private StreamReader? _answers;

    /// <summary>What was done, in the worst case of all changes so far: an exit status.</summary>
    public int Status { get; private set; } = ExitStatus.Fine;

    /// <summary>The journal.</summary>
    public Journal Journal => new(_host, options.State);

    /// <summary>The host.</summary>
    public IApplyHost Host => _host;

    /// <summary>What makes changes.</summary>
    public Applier Applier => new(_host, _names, Journal, console.Time);

    /// <summary>Runs one change.</summary>
    public int RunOne(ChangeRequest request)
    {
        RunAsync(request).GetAwaiter().GetResult();
        return Status;
    }

    /// <summary>Plans, shows, asks and makes one change.</summary>
    public async Task RunAsync(ChangeRequest request)
    {
        switch (await new ChangePlanner(_host, _names, options.Postfix).PlanAsync(request, CancellationToken.None))
        {
            case Proposal.AlreadySo:
                Say(texts.Apply.AlreadySo(request));
                break;
            case Proposal.Impossible impossible:
                Say(texts.Apply.Impossible(request, impossible.Obstacle, impossible.Detail));
                Worsen(ExitStatus.Findings);
                break;
            case Proposal.Ready { Change: var change }:
                await OfferAsync(change, texts.Apply.Title(change.Kind, change.Subject), () => Applier.MakeAsync(change), texts.Apply.Made);
                break;
        }
    }

    /// <summary>Shows a change and makes it when the answer is yes.</summary>
    public async Task OfferAsync(Change change, string title, Func<Task<ApplyOutcome>> make, Func<int, string> made)
    {
        Say(title);
        foreach (var note in change.Notes) Say($"  {texts.Apply.Note(note)}");
        Say("");
        foreach (var file in (IEnumerable<FileEdit>)[.. change.Files, .. change.Dns?.Shown ?? []])
            foreach (var line in UnifiedDiff.Of(file)) Say(line);
        Say("");
        foreach (var command in (IEnumerable<HostCommand>)[.. change.Builds.Select(build => build.Command), .. change.Checks.Where(check => check.Expects is null), .. change.Activations])
            Say(texts.Apply.Then(command.ToString()));
        if (options.IsDryRun) return;
        if (!options.IsYes && !Ask())
        {
            Say(texts.Apply.NotMade);
            Worsen(ExitStatus.Findings);
            return;
        }
        Tell(await make(), made);
    }

    /// <summary>Writes a line, with whatever is not plainly visible escaped.</summary>
    public void Say(string line) => console.Write($"{VisibleText.EscapeLines(line)}\n");

    /// <summary>Takes a worse status.</summary>
    public void Worsen(int status) => Status = Math.Max(Status, status);

    private void Tell(ApplyOutcome outcome, Func<int, string> words)
    {
        switch (outcome)
        {
            case ApplyOutcome.Made made:
                Say(words(made.Number));
                return;
            case ApplyOutcome.ChangedSince changed:
                Say(texts.Apply.ChangedSinceShown(changed.Path));
                break;
            case ApplyOutcome.Busy:
                Say(texts.Apply.Busy(options.State));
                break;
            case ApplyOutcome.TakenBack taken:
                Say(texts.Apply.TakenBack(taken.What, taken.Complaint));
                break;
            case ApplyOutcome.Stuck stuck:
                Say(texts.Apply.Stuck(stuck.What, stuck.Complaint, stuck.Left, options.State));
                break;
        }
        Worsen(ExitStatus.Unreadable);
    }

    private bool Ask()
    {
        console.Error.Write($"{texts.Apply.Question} ");
        _answers ??= new StreamReader(console.OpenInput(), new System.Text.UTF8Encoding(false));
        return (_answers.ReadLine() ?? "").Trim().ToLowerInvariant() is "y" or "yes" or "はい";
    }
}
