using System.CommandLine;
using System.Globalization;
using Todoku.Apply.Changes;
using Todoku.Cli.Commands;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Mail;

namespace Todoku.Cli.Apply;

/// <summary>The options that name a relay.</summary>
internal sealed class RelaySymbols(CliConsole console, CliTexts texts)
{
    private const int UsualPort = 587;
    private const int MaxPassword = 1000;

    private readonly Option<string> _to = new("--to") { Description = texts.Apply.To, HelpName = "HOST[:PORT]" };
    private readonly Option<string> _user = new("--user") { Description = texts.Apply.User, HelpName = "NAME" };
    private readonly Option<string> _passwordFile = new("--password-file") { Description = texts.Apply.PasswordFile, HelpName = "FILE" };
    private readonly Option<bool> _requireTls = new("--require-tls") { Description = texts.Apply.RequireTls };

    private readonly Option<string[]> _for = new("--for") { Description = texts.Apply.OnlyFor, HelpName = "DOMAIN", Arity = ArgumentArity.OneOrMore };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_to, _user, _passwordFile, _requireTls, _for]) command.Add(option);
    }

    /// <summary>The relay that was named; null when none was. Who logs in is asked for the password unless a file has it.</summary>
    /// <exception cref="UsageException">It can't be read.</exception>
    public ChangeRequest.RelayHost? Read(ParseResult parsed)
    {
        if (parsed.GetValue(_to) is not { } to) return null;
        var (host, port) = Place(to);
        if (parsed.GetValue(_user) is not { } user) return new ChangeRequest.RelayHost(host, port, null, null, parsed.GetValue(_requireTls));
        if (user.Length == 0 || user.Any(c => char.IsControl(c) || c == ':')) throw new UsageException(texts.Apply.BadUser(user), CommandExamples.ApplyRelayHost);
        var password = parsed.GetValue(_passwordFile) is { } file ? FirstLine(file) : new PasswordPrompt(console).Ask(texts.Relay.Password(user));
        if (password.Length is 0 or > MaxPassword || password.Any(char.IsControl) || password != password.Trim()) throw new UnreadableException(texts.Apply.BadPassword);
        return new ChangeRequest.RelayHost(host, port, user, password, true);
    }

    /// <summary>The domains whose mail alone goes through it.</summary>
    /// <exception cref="UsageException">One is no domain name.</exception>
    public IReadOnlyList<string> Domains(ParseResult parsed) => [.. (parsed.GetValue(_for) ?? []).Select(one => ApplyValues.HostName(one, texts, CommandExamples.ApplyRelayHost))];

    // relay.example, relay.example:465, [relay.example]:465, 192.0.2.1, [2001:db8::1]:587.
    private (string Host, int Port) Place(string text)
    {
        var host = text;
        var port = UsualPort.ToString(CultureInfo.InvariantCulture);
        if (text.StartsWith('[') && text.IndexOf(']', StringComparison.Ordinal) is > 1 and var end)
        {
            host = text[1..end];
            if (text[(end + 1)..] is [':', .. var rest]) port = rest;
            else if (end + 1 < text.Length) host = "";
        }
        else if (text.Split(':') is [var name, var number]) (host, port) = (name, number);
        if (!System.Net.IPAddress.TryParse(host, out _) && (!DomainName.TryParse(host, out var domain) || domain.IsRoot || host.Any(c => c is '\\' or '$' or ',' || char.IsWhiteSpace(c)))) host = "";
        if (host.Length == 0 || !ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value == 0) throw new UsageException(texts.Apply.BadRelay(text), CommandExamples.ApplyRelayHost);
        return (host, value);
    }

    private string FirstLine(string file)
    {
        try
        {
            using var reader = new StreamReader(file);
            return reader.ReadLine() ?? "";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableException(texts.Failure.System(error.Message));
        }
    }
}
