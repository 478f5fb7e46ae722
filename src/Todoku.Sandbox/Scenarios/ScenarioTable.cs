using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using Todoku.Knowledge.Toml;
using Todoku.Mail;

namespace Todoku.Sandbox.Scenarios;

/// <summary>
/// Takes keys out of one table of a scenario and writes down what is wrong: a missing key, a value of another kind, and, at <see cref="Finish"/>, keys that nobody asked
/// for. After an error it gives what is harmless, so that the reading goes on to the next one.
/// </summary>
internal sealed class ScenarioTable(ScenarioContext context, SourceNode.Table table, string name)
{
    private delegate bool Parser<T>(string text, [NotNullWhen(true)] out T? value);

    private readonly List<string> _asked = [];

    /// <summary>The line of its head.</summary>
    public int Line => table.Line;

    /// <summary>What all readers share.</summary>
    public ScenarioContext Context => context;

    /// <summary>Whether a key is there.</summary>
    public bool Has(string key) => table.Entries.ContainsKey(key);

    /// <summary>Where a key stands; the table's own line when it is missing.</summary>
    public int LineOf(string key) => table.Entries.TryGetValue(key, out var node) ? node.Line : table.Line;

    /// <summary>Writes down an error at a key.</summary>
    public void Fail(string key, string message) => context.Fail(LineOf(key), message);

    /// <summary>A text, or null.</summary>
    /// <param name="key">The key.</param>
    /// <param name="example">What could stand there.</param>
    /// <param name="isRequired">Whether it must be there.</param>
    public string? Text(string key, string example, bool isRequired = false)
    {
        switch (Take(key))
        {
            case null:
                if (isRequired) context.Fail(table.Line, context.Texts.Missing(name, key, example));
                return null;
            case SourceNode.Text { Value: var value } when !string.IsNullOrWhiteSpace(value): return value;
            case SourceNode.Other { Written: var written }: return written;
            default:
                Fail(key, context.Texts.WrongKind(key, example));
                return null;
        }
    }

    /// <summary>A whole number within bounds.</summary>
    public int Number(string key, int otherwise, int low, int high)
    {
        switch (Take(key))
        {
            case null: return otherwise;
            case SourceNode.Number { Value: var value } when value >= low && value <= high: return (int)value;
            case SourceNode.Number { Value: var value }:
                Fail(key, context.Texts.OutOfRange(key, value, low, high));
                return otherwise;
            default:
                Fail(key, context.Texts.WrongKind(key, otherwise.ToString(CultureInfo.InvariantCulture)));
                return otherwise;
        }
    }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public bool Switch(string key, bool otherwise)
    {
        switch (Take(key))
        {
            case null: return otherwise;
            case SourceNode.Switch flag: return flag.Value;
            default:
                Fail(key, context.Texts.WrongKind(key, otherwise ? "true" : "false"));
                return otherwise;
        }
    }

    /// <summary>Texts, with their lines: a list, or one text alone.</summary>
    public IReadOnlyList<SourceNode.Text> Texts(string key, string example)
    {
        if (Take(key) is not { } node) return [];
        var items = node is SourceNode.List list ? list.Items : [node];
        foreach (var item in items.Where(item => item is not SourceNode.Text { Value.Length: > 0 })) context.Fail(item.Line, context.Texts.WrongKind(key, $"[{example}]"));
        return [.. items.OfType<SourceNode.Text>().Where(text => text.Value.Length > 0)];
    }

    /// <summary>One of some words.</summary>
    public T Word<T>(string key, T otherwise, IReadOnlyDictionary<string, T> words, bool isRequired = false)
    {
        var known = string.Join(", ", words.Keys.Select(word => $"\"{word}\""));
        if (Text(key, words.Count == 0 ? "\"\"" : $"\"{words.Keys.First()}\"", isRequired) is not { } text) return otherwise;
        if (words.TryGetValue(text, out var value)) return value;
        Fail(key, context.Texts.UnknownWord(key, text, Spelling.Nearest(text, words.Keys), known));
        return otherwise;
    }

    /// <summary>A domain name.</summary>
    public DomainName? Domain(string key, string example, bool isRequired = false) =>
        Parsed<DomainName>(key, example, isRequired, static (string text, [NotNullWhen(true)] out DomainName? value) => DomainName.TryParse(text, out value));

    /// <summary>An address.</summary>
    public IPAddress? Address(string key, string example, bool isRequired = false) => Parsed<IPAddress>(key, example, isRequired, IPAddress.TryParse);

    /// <summary>An address and a port.</summary>
    public IPEndPoint? EndPoint(string key, string example) => Parsed<IPEndPoint>(key, example, false, static (string text, [NotNullWhen(true)] out IPEndPoint? value) =>
        IPEndPoint.TryParse(text, out value) && (value.Port != 0 || text.EndsWith(":0", StringComparison.Ordinal)));

    /// <summary>Addresses: a list, or one alone.</summary>
    public IReadOnlyList<IPAddress> Addresses(string key, string example) => Each<IPAddress>(key, example, IPAddress.TryParse);

    /// <summary>Addresses with or without a port: a list, or one alone.</summary>
    public IReadOnlyList<IPEndPoint> EndPoints(string key, string example, int usualPort)
    {
        var places = Each<IPEndPoint>(key, example, static (string text, [NotNullWhen(true)] out IPEndPoint? value) => IPEndPoint.TryParse(text, out value));
        return [.. places.Select(place => place.Port == 0 ? new IPEndPoint(place.Address, usualPort) : place)];
    }

    /// <summary>Networks; an address stands for itself.</summary>
    public IReadOnlyList<IPNetwork> Networks(string key, string example)
    {
        var networks = new List<IPNetwork>();
        foreach (var text in Texts(key, example))
        {
            if (Values.TryNetwork(text.Value, out var network)) networks.Add(network);
            else context.Fail(text.Line, context.Texts.BadValue(key, text.Value, example));
        }
        return networks;
    }

    /// <summary>A time such as <c>90s</c>, <c>2m</c>, <c>1h30m</c>; null when it is missing or wrong.</summary>
    public TimeSpan? Duration(string key, string example)
    {
        if (Text(key, example) is not { } text) return null;
        if (Values.TryDuration(text, out var time)) return time;
        Fail(key, context.Texts.BadValue(key, text, example));
        return null;
    }

    /// <summary>The table <c>[key]</c>; one without keys when it is missing.</summary>
    public ScenarioTable Child(string key)
    {
        switch (Take(key))
        {
            case null: return new ScenarioTable(context, new SourceNode.Table([], table.Line), $"[{key}]");
            case SourceNode.Table child: return new ScenarioTable(context, child, $"[{key}]");
            case var other:
                context.Fail(other.Line, context.Texts.WrongKind(key, "{ }"));
                return new ScenarioTable(context, new SourceNode.Table([], table.Line), $"[{key}]");
        }
    }

    /// <summary>The tables <c>[[key]]</c>.</summary>
    public IReadOnlyList<ScenarioTable> Children(string key)
    {
        if (Take(key) is not { } node) return [];
        if (node is SourceNode.List { Items: var items } && items.All(item => item is SourceNode.Table))
            return [.. items.OfType<SourceNode.Table>().Select(item => new ScenarioTable(context, item, $"[[{key}]]"))];
        context.Fail(node.Line, context.Texts.NoTables(key));
        return [];
    }

    /// <summary>Writes down the keys that were not asked for.</summary>
    public void Finish()
    {
        foreach (var (key, node) in table.Entries.Where(entry => !_asked.Contains(entry.Key)))
            context.Fail(node.Line, context.Texts.UnknownKey(name, key, Spelling.Nearest(key, _asked), string.Join(", ", _asked)));
    }

    private T? Parsed<T>(string key, string example, bool isRequired, Parser<T> parse) where T : class
    {
        if (Text(key, example, isRequired) is not { } text) return null;
        if (parse(text, out var value)) return value;
        Fail(key, context.Texts.BadValue(key, text, example));
        return null;
    }

    private List<T> Each<T>(string key, string example, Parser<T> parse)
    {
        var values = new List<T>();
        var texts = Texts(key, example);
        if (Has(key) && texts.Count == 0) Fail(key, context.Texts.WrongKind(key, example));
        foreach (var text in texts)
        {
            if (parse(text.Value, out var value)) values.Add(value);
            else context.Fail(text.Line, context.Texts.BadValue(key, text.Value, example));
        }
        return values;
    }

    private SourceNode? Take(string key)
    {
        if (!_asked.Contains(key)) _asked.Add(key);
        return table.Entries.GetValueOrDefault(key);
    }
}
