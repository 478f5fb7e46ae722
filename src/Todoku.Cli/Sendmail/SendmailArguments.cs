using Todoku.Cli.Commands;
using Todoku.Relay.Sendmail;

namespace Todoku.Cli.Sendmail;

/// <summary>
/// Reads a command line as sendmail's callers write it: single letters that may stand together (<c>-ti</c>), values with or without a blank (<c>-fADDR</c>, <c>-f ADDR</c>),
/// options before and behind recipients. What other servers have options for and this one decides by itself is read over.
/// </summary>
/// <remarks>
/// <code>
/// -t                        recipients are in the header      -f ADDR, -r ADDR   envelope sender; '' or '&lt;&gt;' is the null sender
/// -i, -oi                   a dot alone is no end             -F NAME            author's name, when there is no From field
/// -N never|success,failure,delay    -R full|hdrs    -V ID     notices (RFC 3461)
/// -C FILE, --config FILE    the relay's configuration         -v                 says what was done
/// -bm                       send a message (the default)      -bi, -I, -q...     done already
/// -bp                       todoku queue list                 -bs, -bd, -bv ...  refused
/// -o..., -B, -O, -e, -L, -A, -D, -X, -d, -h, -p, -G, -U, -m, -n, -c, -x, -s      read over, with their values
/// </code>
/// </remarks>
internal sealed class SendmailArguments
{
    private const string WithValue = "ABCDFLNORVXbefhopr";
    private const string Flags = "GIUcimnstvx";
    private const string WithRest = "dq";

    private readonly IReadOnlyList<string> _arguments;
    private readonly List<string> _recipients = [];
    private SendmailWish.Send _send = new();
    private SendmailWish? _other;
    private int _next;

    private SendmailArguments(IReadOnlyList<string> arguments) => _arguments = arguments;

    /// <summary>Reads one.</summary>
    /// <param name="arguments">The arguments behind the name of the command.</param>
    public static SendmailWish Read(IReadOnlyList<string> arguments) => new SendmailArguments(arguments).Run();

    private SendmailWish Run()
    {
        while (_next < _arguments.Count)
        {
            var argument = _arguments[_next++];
            if (argument == "--")
            {
                while (_next < _arguments.Count) _recipients.Add(_arguments[_next++]);
            }
            else if (argument.StartsWith("--", StringComparison.Ordinal))
            {
                Long(argument);
            }
            else if (argument.Length > 1 && argument[0] == '-')
            {
                Short(argument);
            }
            else
            {
                _recipients.Add(argument);
            }
            // The first fault is told.
            if (_other is SendmailWish.UnknownOption or SendmailWish.NoValue or SendmailWish.WrongValue or SendmailWish.NotOffered) return _other;
        }
        return _other ?? _send with { Recipients = _recipients };
    }

    private void Long(string argument)
    {
        var (name, value) = argument.IndexOf('=', StringComparison.Ordinal) is > 0 and var mark ? (argument[..mark], argument[(mark + 1)..]) : (argument, null);
        switch (name)
        {
            case "--config":
                if ((value ?? Following()) is { } file) _send = _send with { Configuration = file };
                else _other = new SendmailWish.NoValue(name);
                break;
            case "--read-recipients":
                _send = _send with { ReadsRecipients = true };
                break;
            case LanguageChoice.Option:
                // Was looked at before.
                if (value is null) Following();
                break;
            default:
                _other = new SendmailWish.UnknownOption(name);
                break;
        }
    }

    private void Short(string argument)
    {
        for (var at = 1; at < argument.Length; at++)
        {
            var letter = argument[at];
            var rest = argument[(at + 1)..];
            if (Flags.Contains(letter, StringComparison.Ordinal))
            {
                Flag(letter);
                continue;
            }
            if (WithRest.Contains(letter, StringComparison.Ordinal))
            {
                if (letter == 'q') _other ??= new SendmailWish.Nothing();
                return;
            }
            if (!WithValue.Contains(letter, StringComparison.Ordinal)) _other = new SendmailWish.UnknownOption($"-{letter}");
            else if ((rest.Length > 0 ? rest : Following()) is { } value) Value(letter, value);
            else _other = new SendmailWish.NoValue($"-{letter}");
            return;
        }
    }

    private void Flag(char letter)
    {
        switch (letter)
        {
            case 't':
                _send = _send with { ReadsRecipients = true };
                break;
            case 'i':
                _send = _send with { IgnoresDots = true };
                break;
            case 'v':
                _send = _send with { IsVerbose = true };
                break;
            case 'I':
                _other ??= new SendmailWish.Nothing();
                break;
        }
    }

    private void Value(char letter, string value)
    {
        switch (letter)
        {
            case 'f' or 'r':
                _send = _send with { Sender = value };
                break;
            case 'F':
                _send = _send with { AuthorName = value };
                break;
            case 'C':
                _send = _send with { Configuration = value };
                break;
            case 'o' when value == "i":
                _send = _send with { IgnoresDots = true };
                break;
            case 'N':
                if (DsnWords.Notify(value) is { } notify) _send = _send with { Notify = notify };
                else _other = new SendmailWish.WrongValue("-N", value);
                break;
            case 'R':
                if (DsnWords.Return(value) is { } wanted) _send = _send with { Return = wanted };
                else _other = new SendmailWish.WrongValue("-R", value);
                break;
            case 'V':
                if (DsnWords.IsEnvelopeId(value)) _send = _send with { EnvelopeId = value };
                else _other = new SendmailWish.WrongValue("-V", value);
                break;
            case 'b':
                Mode(value);
                break;
        }
    }

    private void Mode(string mode)
    {
        switch (mode)
        {
            case "m":
                break;
            case "i":
                _other ??= new SendmailWish.Nothing();
                break;
            case "p":
                _other ??= new SendmailWish.ListQueue();
                break;
            default:
                _other = new SendmailWish.NotOffered($"-b{mode}");
                break;
        }
    }

    private string? Following() => _next < _arguments.Count ? _arguments[_next++] : null;
}
