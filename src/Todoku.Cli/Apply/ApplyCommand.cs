using System.CommandLine;
using Todoku.Apply.Changes;
using Todoku.Apply.Plans;
using Todoku.Cli.Commands;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;

namespace Todoku.Cli.Apply;

/// <summary>The verb <c>apply</c>: the plan of a report, single changes, the journal.</summary>
internal static class ApplyCommand
{
    private const string StandardInput = "-";

    /// <summary>Makes the command.</summary>
    public static Command Build(CliConsole console, CliTexts texts)
    {
        var report = new Argument<string?>("report") { Description = texts.Apply.Report, HelpName = "REPORT", Arity = ArgumentArity.ZeroOrOne };
        var undo = new Option<int?>("--undo") { Description = texts.Apply.Undo, HelpName = "NUMBER", Arity = ArgumentArity.ZeroOrOne };
        var list = new Option<bool>("--list") { Description = texts.Apply.List };
        var sender = new Option<string>("--sender") { Description = texts.Apply.Sender, HelpName = "ADDRESS" };
        var from = new Option<string[]>("--from") { Description = texts.Apply.From, HelpName = "ADDRESS", Arity = ArgumentArity.OneOrMore };
        var name = new Option<string>("--name") { Description = texts.Apply.Name, HelpName = "NAME" };
        var milter = new Option<string>("--milter") { Description = texts.Apply.Milter, HelpName = "SOCKET" };
        var relay = new RelaySymbols(console, texts);
        var common = new ApplySymbols(texts);
        var refusing = new Option<bool>("--only-refusing") { Description = texts.Apply.OnlyRefusing };
        var command = new Command("apply", texts.Apply.Command) { report, undo, list, sender, from, name, milter, refusing };
        relay.AddTo(command);
        var zones = new ZoneSymbols(texts);
        zones.AddTo(command);
        common.AddTo(command);
        foreach (var change in Changes(console, texts)) command.Add(change);
        var dns = new DnsSymbols(texts);
        command.Add(Change(console, texts, "dns", texts.Apply.DnsCommand, dns.AddTo, dns.Read));
        command.SetAction(parsed =>
        {
            var options = common.Read(parsed);
            var path = parsed.GetValue(report);
            var isUndo = parsed.GetResult(undo) is { Implicit: false };
            if (new[] { path is not null, isUndo, parsed.GetValue(list) }.Count(said => said) != 1) throw new UsageException(texts.Apply.OneThing, CommandExamples.Apply);
            if (parsed.GetValue(list)) return new JournalRun(console, texts, options).List();
            if (isUndo) return new JournalRun(console, texts, options).Undo(parsed.GetValue(undo));
            if (path is not null && IsWord(path)) throw new UsageException(texts.Apply.NeitherReportNorChange(path, string.Join(", ", command.Subcommands.Select(change => change.Name))), CommandExamples.Apply);
            if (path == StandardInput && options is { IsYes: false, IsDryRun: false }) throw new UsageException(texts.Apply.CannotAsk, CommandExamples.Apply);
            var values = new PlanValues
            {
                Relay = relay.Read(parsed),
                RelayOnlyFor = relay.Domains(parsed),
                IsRelayOnlyForRefusing = parsed.GetValue(refusing),
                Sender = parsed.GetValue(sender) is { } address ? ApplyValues.Address(address, texts, CommandExamples.Apply) : null,
                From = [.. (parsed.GetValue(from) ?? []).Select(one => ApplyValues.AddressOrUser(one, texts, CommandExamples.Apply))],
                HeloName = parsed.GetValue(name) is { } helo ? ApplyValues.HostName(helo, texts, CommandExamples.Apply) : null,
                Milter = parsed.GetValue(milter) is { } socket ? MilterOf(socket, texts) : null,
                Dns = zones.Access(parsed),
                RelaySpf = zones.RelaySpf(parsed),
                DkimRecord = zones.DkimRecord(parsed),
            };
            return new PlanRun(console, texts, options).Run(path ?? StandardInput, values);
        });
        return command;
    }

    // A mistyped change rather than the path of a report: letters alone, and no such file.
    private static bool IsWord(string path) => path.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && path != StandardInput && !File.Exists(path);

    private static IEnumerable<Command> Changes(CliConsole console, CliTexts texts)
    {
        var relay = new RelaySymbols(console, texts);
        yield return Change(console, texts, "relayhost", texts.Apply.RelayHostCommand, relay.AddTo, parsed =>
            (relay.Read(parsed) ?? throw Needs("--to", CommandExamples.ApplyRelayHost, texts)) with { OnlyFor = relay.Domains(parsed) });

        var sender = new Option<string>("--sender") { Description = texts.Apply.Sender, HelpName = "ADDRESS" };
        var from = new Option<string[]>("--from") { Description = texts.Apply.From, HelpName = "ADDRESS", Arity = ArgumentArity.OneOrMore };
        var domain = new Option<string>("--domain") { Description = texts.Apply.Domain, HelpName = "DOMAIN" };
        var outgoing = new Option<bool>("--outgoing") { Description = texts.Apply.Outgoing };
        yield return Change(console, texts, "return-path", texts.Apply.ReturnPathCommand, Adding(sender, from, domain, outgoing), parsed =>
        {
            if (parsed.GetValue(outgoing) && parsed.GetValue(domain) is not null) throw new UsageException(texts.Usage.NotTogether("--domain", "--outgoing"), CommandExamples.ApplyReturnPath);
            return ReturnPathOf(parsed.GetValue(sender), parsed.GetValue(from) ?? [], parsed.GetValue(domain), texts) with { IsOutgoing = parsed.GetValue(outgoing) };
        });

        var name = new Option<string>("--name") { Description = texts.Apply.Name, HelpName = "NAME" };
        yield return Change(console, texts, "helo", texts.Apply.HeloCommand, Adding(name), parsed =>
            new ChangeRequest.Helo(ApplyValues.HostName(parsed.GetValue(name) ?? throw Needs("--name", CommandExamples.ApplyHelo, texts), texts, CommandExamples.ApplyHelo)));

        yield return Change(console, texts, "ipv4-only", texts.Apply.IPv4OnlyCommand, _ => { }, _ => new ChangeRequest.IPv4Only());

        var milter = new Option<string>("--milter") { Description = texts.Apply.Milter, HelpName = "SOCKET" };
        yield return Change(console, texts, "dkim", texts.Apply.DkimCommand, Adding(milter), parsed =>
            new ChangeRequest.Dkim(MilterOf(parsed.GetValue(milter) ?? throw Needs("--milter", CommandExamples.ApplyDkim, texts), texts)));

        var address = new Option<string>("--sender") { Description = texts.Apply.Sender, HelpName = "ADDRESS" };
        var program = new Option<string>("--program") { Description = texts.Apply.Program(StepMapping.UsualSendmail), HelpName = "FILE" };
        var pool = new Option<string>("--pool") { Description = texts.Apply.Pool, HelpName = "NAME" };
        yield return Change(console, texts, "php-sendmail", texts.Apply.PhpCommand, Adding(address, program, pool), parsed =>
        {
            if (parsed.GetValue(address) is null && parsed.GetValue(program) is null) throw Needs("--sender", CommandExamples.ApplyPhp, texts);
            return new ChangeRequest.PhpSendmail(
                parsed.GetValue(address) is { } bounce ? ApplyValues.Address(bounce, texts, CommandExamples.ApplyPhp) : null,
                parsed.GetValue(program) is { } file ? ApplyValues.Word(file, file.StartsWith('/'), texts, CommandExamples.ApplyPhp) : StepMapping.UsualSendmail,
                parsed.GetValue(pool) is { } site ? ApplyValues.Word(site, !site.Contains(']', StringComparison.Ordinal), texts, CommandExamples.ApplyPhp) : null);
        });
    }

    private static Command Change(CliConsole console, CliTexts texts, string verb, string description, Action<Command> addOptions, Func<ParseResult, ChangeRequest> read)
    {
        var common = new ApplySymbols(texts);
        var command = new Command(verb, description);
        addOptions(command);
        common.AddTo(command);
        command.SetAction(parsed =>
        {
            var options = common.Read(parsed);
            return new ChangeRun(console, texts, options).RunOne(read(parsed));
        });
        return command;
    }

    private static Action<Command> Adding(params Option[] options) => command =>
    {
        foreach (var option in options) command.Add(option);
    };

    private static ChangeRequest.ReturnPath ReturnPathOf(string? sender, string[] from, string? domain, CliTexts texts)
    {
        if (domain is not null && (sender is not null || from.Length > 0)) throw new UsageException(texts.Usage.NotTogether("--domain", sender is null ? "--from" : "--sender"), CommandExamples.ApplyReturnPath);
        if (domain is not null) return new ChangeRequest.ReturnPath([], ApplyValues.HostName(domain, texts, CommandExamples.ApplyReturnPath));
        var to = ApplyValues.Address(sender ?? throw Needs("--sender", CommandExamples.ApplyReturnPath, texts), texts, CommandExamples.ApplyReturnPath);
        if (from.Length == 0) throw Needs("--from", CommandExamples.ApplyReturnPath, texts);
        return new ChangeRequest.ReturnPath([.. from.Select(one => ApplyValues.AddressOrUser(one, texts, CommandExamples.ApplyReturnPath))], to);
    }

    // inet:HOST:PORT, unix:PATH, local:PATH.
    private static string MilterOf(string text, CliTexts texts) =>
        ApplyValues.Word(text, text.Split(':') is ["inet", { Length: > 0 }, { Length: > 0 }] or ["unix" or "local", { Length: > 0 }] or ["inet6", ..], texts, CommandExamples.ApplyDkim);

    private static UsageException Needs(string option, string example, CliTexts texts) => new(texts.Apply.NeedsOption(option), example);
}
