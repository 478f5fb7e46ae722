using System.CommandLine;
using System.Text;
using Todoku.Authentication.Signatures;
using Todoku.Cli.Commands;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Mail;

namespace Todoku.Cli.Messages;

/// <summary>The argument and options of the verbs that sign: FILE, <c>--key</c>, <c>--domain</c>, <c>--selector</c>, <c>--headers</c>, <c>--time</c>.</summary>
internal sealed class SigningSymbols(CliTexts texts)
{
    private const int MaxKeyFile = 1024 * 1024;

    private readonly SignatureTexts _texts = texts.Signature;
    private readonly Argument<string?> _file = new("file") { Description = texts.Signature.FileHelp, HelpName = "FILE", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _key = new("--key") { Description = texts.Signature.KeyHelp, HelpName = "FILE" };
    private readonly Option<string?> _domain = new("--domain") { Description = texts.Signature.DomainHelp, HelpName = "DOMAIN" };
    private readonly Option<string?> _selector = new("--selector") { Description = texts.Signature.SelectorHelp, HelpName = "NAME" };
    private readonly Option<string?> _headers = new("--headers") { Description = texts.Signature.HeadersHelp, HelpName = "NAMES" };
    private readonly Option<string?> _time = new("--time") { Description = texts.Signature.TimeHelp, HelpName = "TIME" };

    /// <summary>Adds them to a verb.</summary>
    public void AddTo(Command command)
    {
        command.Add(_file);
        command.Add(_key);
        command.Add(_domain);
        command.Add(_selector);
        command.Add(_headers);
        command.Add(_time);
    }

    /// <summary>FILE.</summary>
    public MessageFile Message(ParseResult parsed, CliConsole console) => MessageFile.Read(FileName(parsed, parsed.GetValue(_file), console, texts), console, _texts);

    /// <summary>The file that was named, or standard input when something comes in there.</summary>
    /// <exception cref="UsageException">Neither.</exception>
    public static string FileName(ParseResult parsed, string? file, CliConsole console, CliTexts texts) =>
        file ?? (console.InputKind == StreamKind.Pipe ? "-" : throw new UsageException(texts.Signature.NoFileNamed, Example(parsed)));

    /// <summary><c>--domain</c> and <c>--selector</c>, which together must be a name that DNS can have.</summary>
    /// <exception cref="UsageException">They are missing or wrong.</exception>
    public (DomainName Domain, string Selector, DomainName KeyName) Identity(ParseResult parsed)
    {
        var value = Required(parsed, _domain);
        if (!DomainName.TryParse(value, out var domain) || domain.LabelCount < 2) throw new UsageException(_texts.BadDomain("--domain", value), Example(parsed));
        var selector = Required(parsed, _selector);
        if (!DomainName.TryParse(selector, out var labels) || !domain.TryPrepend($"{labels}._domainkey", out var name))
            throw new UsageException(_texts.BadDomain("--selector", selector), Example(parsed));
        return (domain, labels.ToString(), name);
    }

    /// <summary><c>--key</c>.</summary>
    /// <exception cref="UnreadableException">The file holds no key that can be used.</exception>
    public PrivateKey Key(ParseResult parsed)
    {
        var path = Required(parsed, _key);
        try
        {
            if (new FileInfo(path).Length > MaxKeyFile) throw new UnreadableException(_texts.BadKey(path, PrivateKeyError.Unreadable));
            return PrivateKey.Read(File.ReadAllText(path, Encoding.UTF8), out var error) ?? throw new UnreadableException(_texts.BadKey(path, error));
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UnreadableException(_texts.BadKey(path, PrivateKeyError.Unreadable));
        }
    }

    /// <summary><c>--headers</c>; empty when it is not given.</summary>
    /// <exception cref="UsageException">It is wrong.</exception>
    public IReadOnlyList<string> Headers(ParseResult parsed, bool needsFrom)
    {
        if (parsed.GetValue(_headers) is not { } value) return [];
        var names = value.Split(':', StringSplitOptions.TrimEntries);
        var isRight = names.All(name => name.Length > 0 && name.All(c => c is > ' ' and < '\x7f' and not ';'))
            && (!needsFrom || names.Contains("from", StringComparer.OrdinalIgnoreCase)) && !names.Contains("arc-seal", StringComparer.OrdinalIgnoreCase);
        return isRight ? names : throw new UsageException(_texts.BadHeader(value), Example(parsed));
    }

    /// <summary><c>--time</c>, else now.</summary>
    /// <exception cref="UsageException">It is wrong.</exception>
    public DateTimeOffset Time(ParseResult parsed, CliConsole console) => Time(parsed, parsed.GetValue(_time), console, _texts);

    /// <summary>A time, else now.</summary>
    /// <exception cref="UsageException">It is wrong.</exception>
    public static DateTimeOffset Time(ParseResult parsed, string? value, CliConsole console, SignatureTexts texts)
    {
        if (value is null) return console.Time.GetUtcNow();
        return MessageTime.Parse(value) ?? throw new UsageException(texts.BadTime("--time", value), Example(parsed));
    }

    private static string Example(ParseResult parsed) => CommandExamples.Of(parsed.CommandResult.Command)[0];

    private string Required(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option) is { Length: > 0 } value ? value : throw new UsageException(_texts.Needs(option.Name), Example(parsed));
}
