using System.CommandLine;
using System.Net;
using Todoku.Cli.Commands;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Reports.Escaping;
using Todoku.Dns;
using Todoku.Dns.Zones;

namespace Todoku.Cli.Dns;

/// <summary>The options of every verb that asks DNS: <c>--resolver</c>, <c>--zone</c>, <c>--trace</c>.</summary>
internal sealed class DnsOptions
{
    private const string ResolverName = "--resolver";

    private const string ZoneName = "--zone";
    private const string TraceName = "--trace";

    private readonly CliTexts _texts;
    private readonly Option<string[]> _resolver;
    private readonly Option<string[]> _zone;
    private readonly Option<bool> _trace;

    public DnsOptions(CliTexts texts)
    {
        _texts = texts;
        _resolver = new Option<string[]>(ResolverName) { Description = texts.Dns.ResolverOption, HelpName = "HOST[:PORT]", Arity = ArgumentArity.OneOrMore };
        _zone = new Option<string[]>(ZoneName) { Description = texts.Dns.ZoneOption, HelpName = "FILE", Arity = ArgumentArity.OneOrMore };
        _trace = new Option<bool>(TraceName) { Description = texts.Dns.TraceOption };
    }

    /// <summary>Adds them to a verb.</summary>
    public void AddTo(Command command)
    {
        command.Add(_resolver);
        command.Add(_zone);
        command.Add(_trace);
    }

    /// <summary>The name of one of them that is given; null when none is.</summary>
    public string? Given(ParseResult parsed) =>
        parsed.GetValue(_resolver) is { Length: > 0 } ? ResolverName : parsed.GetValue(_zone) is { Length: > 0 } ? ZoneName : parsed.GetValue(_trace) ? TraceName : null;

    /// <summary>Makes what the verb asks with.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="console">The console.</param>
    /// <param name="usual">Whom to ask when the command line does not say; null: the system's resolvers.</param>
    /// <exception cref="UsageException">A value is wrong.</exception>
    /// <exception cref="UnreadableException">A zone file can't be read.</exception>
    /// <exception cref="ZoneFileException">Something is wrong with a zone file.</exception>
    public DnsAccess Open(ParseResult parsed, CliConsole console, IReadOnlyList<IPEndPoint>? usual = null)
    {
        var example = CommandExamples.Of(parsed.CommandResult.Command)[0];
        var options = new DnsResolverOptions
        {
            Servers = Servers(parsed.GetValue(_resolver) ?? [], console, example) ?? usual,
            Zones = [.. (parsed.GetValue(_zone) ?? []).Select(ReadZone)],
        };
        foreach (var notice in options.Zones.SelectMany(zone => zone.Notices))
            console.Error.WriteLine($"todoku: {VisibleText.Escape(_texts.Dns.ZoneNotice(notice))}");
        return new DnsAccess(options, parsed.GetValue(_trace), console, _texts);
    }

    private ZoneFile ReadZone(string path)
    {
        try
        {
            return ZoneFile.Read(path);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UnreadableException(_texts.Dns.NoZoneFile(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableException(_texts.Dns.UnreadableZone(path, error.Message));
        }
    }

    private List<IPEndPoint>? Servers(string[] values, CliConsole console, string example)
    {
        if (values.Length == 0) return null;
        if (values.Contains(ResolverArgument.Nobody))
        {
            return values.Length == 1 ? [] : throw new UsageException(_texts.Usage.NotTogether($"{ResolverName} none", $"{ResolverName} HOST"), example);
        }
        var servers = new List<IPEndPoint>();
        foreach (var value in values)
        {
            var argument = ResolverArgument.Parse(value) ?? throw new UsageException(_texts.Dns.BadResolver(value), example);
            servers.Add(new IPEndPoint(argument.Address ?? AddressOf(argument, console, example), argument.Port));
        }
        return servers;
    }

    // Asked of the system's resolvers.
    private IPAddress AddressOf(ResolverArgument argument, CliConsole console, string example)
    {
        if (argument.Host is { } host)
        {
            var system = DnsResolver.Create(new DnsResolverOptions(), console.Time);
            foreach (var type in new[] { DnsRecordType.A, DnsRecordType.AAAA })
            {
                var answer = system.AskAsync(host, type, CancellationToken.None).AsTask().GetAwaiter().GetResult();
                if (answer is DnsAnswer.Found { Records: [DnsRecord.Address address, ..] }) return address.Value;
            }
        }
        throw new UsageException(_texts.Dns.UnknownResolver(argument.Host?.ToString() ?? ""), example);
    }
}
