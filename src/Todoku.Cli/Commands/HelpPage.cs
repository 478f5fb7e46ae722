using System.CommandLine;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Reports;
using Todoku.Diagnosis.Reports.Text;

namespace Todoku.Cli.Commands;

/// <summary>The help of one command, laid out in two columns that respect the width of East Asian characters.</summary>
internal sealed class HelpPage
{
    private const int Indent = 2;
    private const int Gap = 2;
    private const int MaxNameWidth = 26;

    private readonly TextCanvas _canvas;
    private readonly Command _command;
    private readonly HelpTexts _texts;

    public HelpPage(Command command, HelpTexts texts, int width)
    {
        _command = command;
        _texts = texts;
        _canvas = new TextCanvas(new ReportLayout { Width = width });
        Write();
    }

    public override string ToString() => _canvas.ToString();

    private void Write()
    {
        _canvas.Paragraph(_command.Description ?? "", 0);
        _canvas.Section(_texts.UsageTitle);
        _canvas.Line(UsageLine(), indent: Indent);
        Rows(_texts.CommandsTitle, _command.Subcommands.Select(verb => (verb.Name, verb.Description ?? "")));
        Rows(_texts.ArgumentsTitle, _command.Arguments.Select(argument => (NameOf(argument), argument.Description ?? "")));
        Rows(_texts.OptionsTitle, Options().Select(option => (NameOf(option), option.Description ?? "")));
        if (CommandExamples.Of(_command) is { Count: > 0 } examples)
        {
            _canvas.Section(_texts.ExamplesTitle);
            foreach (var example in examples) _canvas.Line(example, indent: Indent);
        }
        if (_command.Name == "diagnose") Rows(_texts.ExitTitle, _texts.Exit);
        if (_command is not RootCommand) return;
        _canvas.Gap();
        _canvas.Line(_texts.MoreHelp);
    }

    private string UsageLine()
    {
        var name = _command is RootCommand ? "todoku" : $"todoku {CommandExamples.PathOf(_command)}";
        var arguments = _command.Arguments.Select(argument => argument.Arity.MaximumNumberOfValues > 1 ? $"[{NameOf(argument)}...]" : $"[{NameOf(argument)}]");
        return string.Join(' ', [name, .. _command.Subcommands.Count > 0 ? ["COMMAND"] : Array.Empty<string>(), .. arguments, _texts.OptionsWord]);
    }

    // The options of the root that hold for every verb are shown with each.
    private IEnumerable<Option> Options() =>
        _command.Options.Concat(_command.Parents.OfType<Command>().SelectMany(parent => parent.Options).Where(option => option.Recursive))
            .Where(option => !option.Hidden).DistinctBy(option => option.Name);

    private void Rows(string title, IEnumerable<(string Name, string Text)> rows)
    {
        var all = rows.ToArray();
        if (all.Length == 0) return;
        _canvas.Section(title);
        var nameWidth = Math.Min(MaxNameWidth, all.Max(row => Columns.Of(row.Name)));
        var textIndent = Indent + nameWidth + Gap;
        foreach (var (name, text) in all)
        {
            foreach (var (at, line) in LineWrap.Lines(text, _canvas.Width - textIndent).Index())
            {
                var label = at == 0 ? name : "";
                if (Columns.Of(label) > nameWidth) _canvas.Line(label, indent: Indent);
                _canvas.Line(Columns.Left(Columns.Of(label) > nameWidth ? "" : label, nameWidth + Gap) + line, indent: Indent);
            }
        }
    }

    private static string NameOf(Argument argument) => argument.HelpName ?? argument.Name.ToUpperInvariant();

    private static string NameOf(Option option)
    {
        var names = option.Aliases.Where(alias => alias.Length == 2 && alias[0] == '-').Append(option.Name);
        var value = option.Arity.MaximumNumberOfValues > 0 && option.HelpName is { } help ? $" {help}" : "";
        return string.Join(", ", names) + value;
    }
}
