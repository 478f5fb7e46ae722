using System.CommandLine;
using Todoku.Cli.Commands;
using Todoku.Cli.Dns;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Reports;

namespace Todoku.Cli.Messages;

/// <summary>The argument and options of the verbs that verify a message.</summary>
internal sealed class VerifySymbols(CliTexts texts, string? batchHelp = null)
{
    private readonly Argument<string?> _file = new("file") { Description = texts.Signature.FileHelp, HelpName = "FILE", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _time = new("--time") { Description = texts.Signature.TimeHelp, HelpName = "TIME" };
    private readonly Option<bool> _json = new("--json") { Description = texts.Signature.JsonHelp };
    private readonly Option<bool> _batch = new("--batch") { Description = batchHelp ?? texts.Signature.BatchHelp };
    private readonly Option<bool> _noColor = new("--no-color") { Description = texts.Help.NoColor };
    private readonly Option<string> _lang = CommonOptions.Lang(texts.Help);

    /// <summary>Options about DNS.</summary>
    public DnsOptions Dns { get; } = new(texts);

    /// <summary>Adds them to a verb.</summary>
    public void AddTo(Command command)
    {
        command.Add(_file);
        Dns.AddTo(command);
        command.Add(_time);
        command.Add(_json);
        command.Add(_batch);
        command.Add(_lang);
        command.Add(_noColor);
    }

    /// <summary>Checks what belongs together.</summary>
    /// <exception cref="UsageException">Something is wrong.</exception>
    public void Check(ParseResult parsed)
    {
        var example = CommandExamples.Of(parsed.CommandResult.Command);
        CommonOptions.CheckLang(parsed.GetValue(_lang), texts.Usage, example[0]);
        if (IsBatch(parsed) && parsed.GetValue(_file) is not null) throw new UsageException(texts.Usage.NotTogether("--batch", "FILE"), example[^1]);
    }

    /// <summary>Whether lines of JSON are answered.</summary>
    public bool IsBatch(ParseResult parsed) => parsed.GetValue(_batch);

    /// <summary>Whether the result is JSON.</summary>
    public bool IsJson(ParseResult parsed) => parsed.GetValue(_json);

    /// <summary>FILE as it was given; null when it was not.</summary>
    public string? FileOf(ParseResult parsed) => parsed.GetValue(_file);

    /// <summary>FILE.</summary>
    public MessageFile Message(ParseResult parsed, CliConsole console, bool mayBeEmpty = false) =>
        MessageFile.Read(SigningSymbols.FileName(parsed, parsed.GetValue(_file), console, texts), console, texts.Signature, mayBeEmpty);

    /// <summary><c>--time</c>, else now.</summary>
    public DateTimeOffset Time(ParseResult parsed, CliConsole console) => SigningSymbols.Time(parsed, parsed.GetValue(_time), console, texts.Signature);

    /// <summary><c>--time</c> as it was given; null when it was not.</summary>
    public DateTimeOffset? GivenTime(ParseResult parsed, CliConsole console) => parsed.GetValue(_time) is null ? null : Time(parsed, console);

    /// <summary>How the result is laid out.</summary>
    public ReportLayout Layout(ParseResult parsed, CliConsole console) => new()
    {
        Width = console.Width(),
        UseColour = console.IsOutputTerminal && console.MayColour(parsed.GetValue(_noColor)),
    };
}
