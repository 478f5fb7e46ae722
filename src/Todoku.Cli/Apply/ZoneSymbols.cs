using System.CommandLine;
using System.Net;
using Todoku.Apply.Plans;
using Todoku.Cli.Commands;
using Todoku.Cli.Texts;
using Todoku.Mail;

namespace Todoku.Cli.Apply;

/// <summary>The options by which records of a plan are published.</summary>
internal sealed class ZoneSymbols(CliTexts texts)
{
    private const int MaxFile = 64 * 1024;

    private readonly Option<string[]> _zone = new("--zone") { Description = texts.Apply.ReportZone, HelpName = "NAME", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string> _server = new("--server") { Description = texts.Apply.Server, HelpName = "ADDRESS[:PORT]" };
    private readonly Option<string> _keyFile = new("--key-file") { Description = texts.Apply.KeyFile, HelpName = "FILE" };
    private readonly Option<string> _relaySpf = new("--relay-spf") { Description = texts.Apply.RelaySpf, HelpName = "TERM" };
    private readonly Option<string> _dkimRecord = new("--dkim-record") { Description = texts.Apply.DkimRecord, HelpName = "FILE" };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_zone, _server, _keyFile, _relaySpf, _dkimRecord]) command.Add(option);
    }

    /// <summary>The zones; null when none was named.</summary>
    /// <exception cref="UsageException">They can't be read, or only a part of what is needed was said.</exception>
    public ZoneAccess? Access(ParseResult parsed)
    {
        var zones = (parsed.GetValue(_zone) ?? []).Select(zone => DomainName.Parse(ApplyValues.HostName(zone, texts, CommandExamples.ApplyZone))).ToArray();
        var (server, key) = (parsed.GetValue(_server), parsed.GetValue(_keyFile));
        if (zones.Length == 0 && server is null && key is null) return null;
        if (zones.Length == 0) throw Needs(_zone);
        return new ZoneAccess(zones, DnsSymbols.PlaceOf(server ?? throw Needs(_server), texts, CommandExamples.ApplyZone), key ?? throw Needs(_keyFile));
    }

    /// <summary>What SPF records name the relay by.</summary>
    /// <exception cref="UsageException">It is no such term.</exception>
    public string? RelaySpf(ParseResult parsed) => parsed.GetValue(_relaySpf) is not { } text ? null : IsTerm(text) ? text : throw new UsageException(texts.Apply.BadSpfTerm(text), CommandExamples.ApplyZone);

    /// <summary>What the file of the key's record holds.</summary>
    /// <exception cref="UnreadableException">It can't be read.</exception>
    public string? DkimRecord(ParseResult parsed)
    {
        if (parsed.GetValue(_dkimRecord) is not { } file) return null;
        try
        {
            if (new FileInfo(file).Length > MaxFile) throw new UnreadableException(texts.Failure.System(file));
            return File.ReadAllText(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableException(texts.Failure.System(error.Message));
        }
    }

    private UsageException Needs(Option option) => new(texts.Apply.NeedsOption(option.Name), CommandExamples.ApplyZone);

    private static bool IsTerm(string text) => text.Split(':', 2) switch
    {
        ["ip4", var network] => IsNetwork(network, System.Net.Sockets.AddressFamily.InterNetwork),
        ["ip6", var network] => IsNetwork(network, System.Net.Sockets.AddressFamily.InterNetworkV6),
        ["include" or "a" or "mx", var domain] => DomainName.TryParse(domain, out var name) && !name.IsRoot && domain.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'),
        _ => false,
    };

    private static bool IsNetwork(string text, System.Net.Sockets.AddressFamily family) =>
        (IPAddress.TryParse(text, out var address) && address.AddressFamily == family) || (IPNetwork.TryParse(text, out var network) && network.BaseAddress.AddressFamily == family);
}
