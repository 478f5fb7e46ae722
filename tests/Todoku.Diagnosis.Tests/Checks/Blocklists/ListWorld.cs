using System.Net;
using System.Text;
using Todoku.Diagnosis.Checks.Blocklists;
using Todoku.Dns;
using Todoku.Knowledge;
using Todoku.Knowledge.Blocklists;
using Todoku.Mail;

namespace Todoku.Diagnosis.Tests.Checks.Blocklists;

/// <summary>Zone files in which all blocklists work: each lists its own test entry and nothing else.</summary>
internal static class ListWorld
{
    public const string Sender = "203.0.113.25";

    private static readonly KnowledgeBase Knowledge = KnowledgeBase.LoadEmbedded();

    /// <summary>All zones that are asked by default.</summary>
    public static IReadOnlyList<BlocklistSource> Asked { get; } =
        BlocklistSource.Asked(Knowledge, BlocklistScope.Ip4 | BlocklistScope.Ip6 | BlocklistScope.Domain);

    /// <summary>A zone with its list.</summary>
    public static BlocklistSource Source(string zone) =>
        Knowledge.Blocklists.SelectMany(list => list.Zones.Select(own => new BlocklistSource(list, own))).Single(source => source.Zone.Name == zone);

    /// <summary>The test entries of all lists but those named, and the records given.</summary>
    public static string Zone(string records = "", params string[] without)
    {
        var text = new StringBuilder();
        foreach (var source in Asked.Where(source => !without.Contains(source.Zone.Name)))
            text.Append(Test(source.Zone)).Append(" A 127.0.0.").Append(source.Zone.Name.StartsWith("multi", StringComparison.Ordinal) ? 254 : 2).Append('\n');
        return text.Append(records).ToString();
    }

    /// <summary>The name of an address in a zone.</summary>
    public static string Name(string address, string zone) => ReverseName.TryMake(IPAddress.Parse(address), DomainName.Parse(zone), out var name) ? name.ToString() : "";

    /// <summary>A listing of an address.</summary>
    public static string Listing(string address, string zone, string code = "127.0.0.2") => $"{Name(address, zone)} A {code}\n";

    /// <summary>Listings of the whole /24 of the sender but for itself and what is left out.</summary>
    public static string Neighbours(string zone, string code, int every = 1)
    {
        var text = new StringBuilder();
        for (var last = 0; last < 256; last += every)
            if (last != 25) text.Append(Listing($"203.0.113.{last}", zone, code));
        return text.ToString();
    }

    /// <summary>The name of a zone's test entry.</summary>
    public static string Test(BlocklistZone zone) => IPAddress.TryParse(zone.TestListed, out _) ? Name(zone.TestListed, zone.Name) : $"{zone.TestListed}.{zone.Name}";
}
