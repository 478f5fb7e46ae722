using System.CommandLine;
using Todoku.Cli.Check;
using Todoku.Cli.Commands;
using Todoku.Cli.Texts;
using Todoku.Web.Control.Contract;

namespace Todoku.Cli.Queue;

/// <summary>The options that select entries of the queue.</summary>
internal sealed class SelectorSymbols
{
    private readonly CliTexts _texts;
    private readonly Option<string> _sender, _domain, _provider, _cause, _state, _older;

    public SelectorSymbols(CliTexts texts)
    {
        _texts = texts;
        _sender = new Option<string>("--sender") { Description = texts.Queue.Sender, HelpName = "ADDRESS" };
        _domain = new Option<string>("--domain") { Description = texts.Queue.Domain, HelpName = "DOMAIN" };
        _provider = new Option<string>("--provider") { Description = texts.Queue.Provider, HelpName = "ID" };
        _cause = new Option<string>("--cause") { Description = texts.Queue.Cause, HelpName = "CAUSE" };
        _state = new Option<string>("--state") { Description = texts.Queue.State, HelpName = "STATE" };
        _older = new Option<string>("--older-than") { Description = texts.Queue.OlderThan, HelpName = "AGE" };
    }

    /// <summary>Adds them to a verb.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new[] { _sender, _domain, _provider, _cause, _state, _older }) command.Add(option);
    }

    /// <summary>What was given.</summary>
    /// <exception cref="UsageException">A value is none.</exception>
    public QueueSelector Read(ParseResult parsed, string example)
    {
        var state = parsed.GetValue(_state);
        if (state is not (null or "waiting" or "sending" or "held")) throw new UsageException(_texts.Usage.NotOneOf("--state", state, ["waiting", "sending", "held"]), example);
        TimeSpan? age = null;
        if (parsed.GetValue(_older) is { } text) age = DurationArgument.TryParse(text, out var read) ? read : throw new UsageException(_texts.Queue.BadAge(text), example);
        return new QueueSelector
        {
            Sender = parsed.GetValue(_sender) is { } sender ? sender.Length == 0 ? "<>" : sender : null,
            Domain = parsed.GetValue(_domain),
            Provider = parsed.GetValue(_provider),
            Cause = parsed.GetValue(_cause),
            State = state,
            OlderThan = age is { } span ? (long)span.TotalSeconds : null,
        };
    }
}
