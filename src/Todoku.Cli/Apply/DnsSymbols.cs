using System.CommandLine;
using System.Net;
using Todoku.Apply.Changes;
using Todoku.Cli.Commands;
using Todoku.Cli.Texts;
using Todoku.Dns.Zones;
using Todoku.Mail;

namespace Todoku.Cli.Apply;

/// <summary>The options of <c>apply dns</c>.</summary>
internal sealed class DnsSymbols(CliTexts texts)
{
    private const int UsualPort = 53;

    private readonly Option<string> _zone = new("--zone") { Description = texts.Apply.Zone, HelpName = "NAME" };
    private readonly Option<string> _server = new("--server") { Description = texts.Apply.Server, HelpName = "ADDRESS[:PORT]" };
    private readonly Option<string> _keyFile = new("--key-file") { Description = texts.Apply.KeyFile, HelpName = "FILE" };
    private readonly Option<string[]> _add = new("--add") { Description = texts.Apply.AddRecord, HelpName = "RECORD", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string[]> _remove = new("--remove") { Description = texts.Apply.RemoveRecord, HelpName = "RECORD", Arity = ArgumentArity.OneOrMore };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_zone, _server, _keyFile, _add, _remove]) command.Add(option);
    }

    /// <summary>What was said.</summary>
    /// <exception cref="UsageException">It can't be read.</exception>
    public ChangeRequest Read(ParseResult parsed)
    {
        var zone = DomainName.Parse(ApplyValues.HostName(Needed(parsed, _zone), texts, CommandExamples.ApplyDns));
        var place = PlaceOf(Needed(parsed, _server), texts, CommandExamples.ApplyDns);
        var (added, removed) = (Records(parsed.GetValue(_add), zone), Records(parsed.GetValue(_remove), zone));
        if (added.Count + removed.Count == 0) throw new UsageException(texts.Apply.NeedsOption("--add"), CommandExamples.ApplyDns);
        return new ChangeRequest.Dns(zone, place, Needed(parsed, _keyFile), added, removed);
    }

    /// <summary>The server: <c>192.0.2.53:5353</c>; <c>2001:db8::1</c> alone is an address, with a port it is in brackets.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static IPEndPoint PlaceOf(string server, CliTexts texts, string example)
    {
        var place = IPAddress.TryParse(server, out var address) ? new IPEndPoint(address, UsualPort)
            : IPEndPoint.TryParse(server, out var read) ? read
            : throw new UsageException(texts.Apply.BadServer(server), example);
        if (place.Port == 0) place.Port = UsualPort;
        return place;
    }

    private string Needed(ParseResult parsed, Option<string> option) => parsed.GetValue(option) ?? throw new UsageException(texts.Apply.NeedsOption(option.Name), CommandExamples.ApplyDns);

    private List<ZoneRecord> Records(string[]? lines, DomainName zone) => [.. (lines ?? []).Select(line => Record(line, zone))];

    // A line of a zone file with full names.
    private ZoneRecord Record(string line, DomainName zone)
    {
        try
        {
            if (!line.Any(char.IsControl) && line.Split(' ', 2) is [{ Length: > 0 } name, var rest]
                && ZoneFile.Parse($"$TTL 3600\n{name.TrimEnd('.')}. {rest}\n").Records is [var record] && record.Owner.IsWithin(zone))
                return record;
        }
        catch (ZoneFileException)
        {
            // Told below, with what to write instead.
        }
        throw new UsageException(texts.Apply.BadRecord(line), CommandExamples.ApplyDns);
    }
}
