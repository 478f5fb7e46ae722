using System.Globalization;
using System.Net;
using System.Text;
using Todoku.Knowledge.Toml;
using Todoku.Mail;
using Todoku.Smtp.Envelopes;

namespace Todoku.Relay.Configuration.Reading;

/// <summary>Reads values that are more than texts and numbers. Each gives what stands for "missing" after an error that it wrote down.</summary>
internal static class TypedValues
{
    private static readonly (string Unit, long Seconds)[] TimeUnits = [("s", 1), ("m", 60), ("h", 3600), ("d", 86_400)];

    private static readonly (string Unit, long Octets)[] SizeUnits = [("K", 1L << 10), ("M", 1L << 20), ("G", 1L << 30), ("", 1)];

    /// <summary>One of some words.</summary>
    public static T Word<T>(this ConfigurationTable table, string key, T otherwise, params ReadOnlySpan<(string Word, T Value)> choices)
    {
        if (table.Text(key) is not { } word) return otherwise;
        var words = new List<string>();
        foreach (var (candidate, value) in choices)
        {
            if (candidate == word) return value;
            words.Add(candidate);
        }
        table.Fail(key, table.Texts.NotOneOf(key, word, Spelling.Nearest(word, words), words));
        return otherwise;
    }

    /// <summary>A time span such as <c>30s</c>, <c>5m</c>, <c>2h</c>, <c>4d</c>.</summary>
    public static TimeSpan? Duration(this ConfigurationTable table, string key, TimeSpan low, TimeSpan high)
    {
        if (table.Text(key) is not { } text) return null;
        if (!TryUnits(text, TimeUnits, out var seconds)) table.Fail(key, table.Texts.BadDuration(key, text));
        else if (seconds < low.TotalSeconds || seconds > high.TotalSeconds) table.Fail(key, table.Texts.OutOfRange(key, text, Show(low), Show(high)));
        else return TimeSpan.FromSeconds(seconds);
        return null;
    }

    /// <summary>A number of octets, such as <c>50M</c>.</summary>
    public static long Size(this ConfigurationTable table, string key, long otherwise, long low, long high)
    {
        var node = table.NumberOrText(key);
        if (node is null) return otherwise;
        var written = node switch { SourceNode.Text text => text.Value, SourceNode.Number number => $"{number.Value}", _ => "" };
        if (!TryUnits(Trimmed(written), SizeUnits, out var octets)) table.Fail(key, table.Texts.BadSize(key, written));
        else if (octets < low || octets > high) table.Fail(key, table.Texts.OutOfRange(key, written, ShowSize(low), ShowSize(high)));
        else return octets;
        return otherwise;

        // 50M, 50MB and 50MiB are one.
        static string Trimmed(string text)
        {
            var plain = text.EndsWith('B') ? text[..^1] : text;
            return plain.EndsWith('i') ? plain[..^1] : plain;
        }
    }

    /// <summary>A domain name of at least <paramref name="labels"/> labels.</summary>
    public static DomainName? Domain(this ConfigurationTable table, string key, int labels = 2, string? example = null) =>
        table.Text(key, example) is { } text ? DomainOf(table, key, text, table.LineOf(key), labels) : null;

    /// <summary>Domain names.</summary>
    public static IReadOnlyList<DomainName> Domains(this ConfigurationTable table, string key) =>
        [.. table.TextList(key).Select(text => DomainOf(table, key, text.Value, text.Line, 2)).OfType<DomainName>()];

    /// <summary>A mail address.</summary>
    public static string? Mailbox(this ConfigurationTable table, string key)
    {
        if (table.Text(key) is not { } text) return null;
        if (MailboxParser.TryParse(Encoding.UTF8.GetBytes(text), out var mailbox) && mailbox is not null) return text;
        table.Fail(key, table.Texts.BadMailbox(key, text));
        return null;
    }

    /// <summary>An IP address.</summary>
    public static IPAddress? Address(this ConfigurationTable table, string key) =>
        table.Text(key) is { } text ? AddressOf(table, key, text, table.LineOf(key)) : null;

    /// <summary>IP addresses.</summary>
    public static IReadOnlyList<IPAddress> Addresses(this ConfigurationTable table, string key) =>
        [.. table.TextList(key).Select(text => AddressOf(table, key, text.Value, text.Line)).OfType<IPAddress>()];

    /// <summary>An IP address with its port: <c>127.0.0.1:25</c>, <c>[::1]:25</c>.</summary>
    public static IPEndPoint? EndPoint(this ConfigurationTable table, string key) =>
        table.Text(key) is { } text ? EndPointOf(table, key, text, table.LineOf(key)) : null;

    /// <summary>IP addresses with or without a port.</summary>
    public static IReadOnlyList<IPEndPoint> EndPoints(this ConfigurationTable table, string key, int defaultPort) =>
        [.. table.TextList(key).Select(text => EndPointOf(table, key, text.Value, text.Line, defaultPort)).OfType<IPEndPoint>()];

    /// <summary>Networks: <c>192.0.2.0/24</c>, or an address alone.</summary>
    public static IReadOnlyList<IPNetwork> Networks(this ConfigurationTable table, string key)
    {
        var networks = new List<IPNetwork>();
        foreach (var text in table.TextList(key))
        {
            if (IPNetwork.TryParse(text.Value, out var network)) networks.Add(network);
            else if (IPAddress.TryParse(text.Value, out var address)) networks.Add(new IPNetwork(address, address.GetAddressBytes().Length * 8));
            else table.Context.Fail(text.Line, table.Texts.BadNetwork(key, text.Value));
        }
        return networks;
    }

    /// <summary>A day, <c>2026-11-30</c>, with or without quotes.</summary>
    public static DateOnly? Day(this ConfigurationTable table, string key)
    {
        if (table.DateOrText(key) is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        table.Fail(key, table.Texts.BadDay(key, text));
        return null;
    }

    /// <summary>A rate such as <c>100/h</c>: messages, and the period in seconds.</summary>
    public static (int Messages, TimeSpan Period)? Rate(this ConfigurationTable table, string key)
    {
        if (table.Text(key) is not { } text) return null;
        var parts = text.Split('/');
        if (parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var messages) && messages > 0)
        {
            foreach (var (unit, seconds) in TimeUnits)
                if (parts[1] == unit) return (messages, TimeSpan.FromSeconds(seconds));
        }
        table.Fail(key, table.Texts.BadRate(key, text));
        return null;
    }

    /// <summary>A path of the file system, as it is meant.</summary>
    public static string? FilePath(this ConfigurationTable table, string key) => table.Text(key) is { } text ? table.Context.FullPath(text) : null;

    private static DomainName? DomainOf(ConfigurationTable table, string key, string text, int line, int labels)
    {
        if (DomainName.TryParse(text, out var name) && name.LabelCount >= labels && !IPAddress.TryParse(text, out _)) return name;
        table.Context.Fail(line, table.Texts.BadDomain(key, text));
        return null;
    }

    private static IPAddress? AddressOf(ConfigurationTable table, string key, string text, int line)
    {
        // "1" and "127.1" are addresses to the library, and typing errors to people.
        if (IPAddress.TryParse(text, out var address) && (text.Contains(':', StringComparison.Ordinal) || text.Split('.').Length == 4)) return address;
        table.Context.Fail(line, table.Texts.BadAddress(key, text));
        return null;
    }

    private static IPEndPoint? EndPointOf(ConfigurationTable table, string key, string text, int line, int defaultPort = 0)
    {
        // The library gives port 0 when there is none, and takes "127.0.0.1" as well as an IPv6 address without brackets.
        if (IPEndPoint.TryParse(text, out var place) && (place.Port > 0 || defaultPort > 0 || text.EndsWith(":0", StringComparison.Ordinal)) && HasFullAddress(text))
        {
            if (place.Port == 0 && !text.EndsWith(":0", StringComparison.Ordinal)) place.Port = defaultPort;
            return place;
        }
        table.Context.Fail(line, table.Texts.BadEndPoint(key, text));
        return null;

        static bool HasFullAddress(string text) => text.Contains('[', StringComparison.Ordinal) || text.Split('.').Length == 4;
    }

    private static bool TryUnits(string text, ReadOnlySpan<(string Unit, long Factor)> units, out long value)
    {
        foreach (var (unit, factor) in units)
        {
            if (!text.EndsWith(unit, StringComparison.Ordinal)) continue;
            if (!long.TryParse(text.AsSpan(0, text.Length - unit.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var count)) break;
            value = count <= long.MaxValue / factor ? count * factor : long.MaxValue;
            return true;
        }
        value = 0;
        return false;
    }

    private static string Show(TimeSpan span)
    {
        var seconds = (long)span.TotalSeconds;
        foreach (var (unit, factor) in TimeUnits.AsEnumerable().Reverse())
            if (seconds >= factor && seconds % factor == 0) return $"{seconds / factor}{unit}";
        return $"{seconds}s";
    }

    private static string ShowSize(long octets)
    {
        foreach (var (unit, factor) in SizeUnits.AsEnumerable().Reverse().Skip(1))
            if (octets >= factor && octets % factor == 0) return $"{octets / factor}{unit}";
        return $"{octets}";
    }
}
