using System.CommandLine;
using Todoku.Apply.Journals;
using Todoku.Cli.Commands;
using Todoku.Cli.Texts;

namespace Todoku.Cli.Apply;

/// <summary>The options that all of <c>apply</c> have.</summary>
internal sealed class ApplySymbols(CliTexts texts)
{
    /// <summary>--yes.</summary>
    public Option<bool> Yes { get; } = new("--yes", "-y") { Description = texts.Apply.Yes };

    /// <summary>--dry-run.</summary>
    public Option<bool> DryRun { get; } = new("--dry-run", "-n") { Description = texts.Apply.DryRun };

    /// <summary>--postfix.</summary>
    public Option<string> Postfix { get; } = new("--postfix") { Description = texts.Apply.Postfix, HelpName = "DIR" };

    /// <summary>--state.</summary>
    public Option<string> State { get; } = new("--state") { Description = texts.Apply.State(Journal.UsualFolder), HelpName = "DIR" };

    /// <summary>--lang.</summary>
    public Option<string> Lang { get; } = CommonOptions.Lang(texts.Help);

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[Yes, DryRun, Postfix, State, Lang]) command.Add(option);
    }

    /// <summary>What was said.</summary>
    public ApplyOptions Read(ParseResult parsed)
    {
        CommonOptions.CheckLang(parsed.GetValue(Lang), texts.Usage, CommandExamples.Apply);
        var (yes, dryRun) = (parsed.GetValue(Yes), parsed.GetValue(DryRun));
        if (yes && dryRun) throw new UsageException(texts.Usage.NotTogether("--yes", "--dry-run"), CommandExamples.Apply);
        return new ApplyOptions(yes, dryRun, parsed.GetValue(Postfix), parsed.GetValue(State) ?? Journal.UsualFolder);
    }
}
