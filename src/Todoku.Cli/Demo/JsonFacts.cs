using System.Text.Json;

namespace Todoku.Cli.Demo;

/// <summary>Reads what the demo asserts out of the JSON that commands print.</summary>
internal sealed class JsonFacts : IDisposable
{
    private readonly JsonDocument _json;

    private JsonFacts(JsonDocument json) => _json = json;

    /// <summary>Reads an output.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static JsonFacts Of(CommandAnswer answer) => new(JsonDocument.Parse(answer.Output));

    /// <summary>The verdict of a diagnosis.</summary>
    public string Verdict => Text(_json.RootElement, "verdict");

    /// <summary>The findings that hold now, as <c>provider cause kind</c>.</summary>
    public IReadOnlyList<string> CurrentFindings =>
        [.. _json.RootElement.GetProperty("findings").EnumerateArray().Where(one => one.GetProperty("current").GetBoolean()).Select(one => $"{Text(one, "provider")} {Text(one, "cause")} {Text(one, "kind")}")];

    /// <summary>Attempts and deliveries at a provider.</summary>
    public (int Attempts, int Delivered) At(string provider)
    {
        var found = _json.RootElement.GetProperty("providers").EnumerateArray().FirstOrDefault(one => Text(one, "provider") == provider);
        return found.ValueKind == JsonValueKind.Undefined ? (0, 0) : (found.GetProperty("attempts").GetInt32(), found.GetProperty("delivered").GetInt32());
    }

    /// <summary>What a point of the checklist came to for a subject: <c>missing</c>, <c>pass</c> ...; empty when it was not asked.</summary>
    public string Outcome(string check, string subject) => Text(Point(check, subject), "outcome");

    /// <summary>How a point of the checklist stands for a subject.</summary>
    public string Status(string check, string subject) => Text(Point(check, subject), "status");

    /// <summary>The SPF record that the checklist gives to be published for a domain, as a zone file has it; null when it gives none.</summary>
    public string? SpfRecord(string domain)
    {
        var records = _json.RootElement.GetProperty("checks").EnumerateArray().SelectMany(one => one.GetProperty("records").EnumerateArray());
        var record = records.FirstOrDefault(one => Text(one, "name") == domain && Text(one, "value").StartsWith("v=spf1", StringComparison.Ordinal));
        return record.ValueKind == JsonValueKind.Undefined ? null : $"{domain}. {Text(record, "type")} \"{Text(record, "value")}\"";
    }

    /// <summary>All points and how they stand, for messages.</summary>
    public string Points => string.Join(", ", _json.RootElement.GetProperty("checks").EnumerateArray().Select(one => $"{Text(one, "check")} {Text(one, "subject")}: {Text(one, "outcome")}"));

    /// <summary>A text of the whole.</summary>
    public string Of(string name) => Text(_json.RootElement, name);

    public void Dispose() => _json.Dispose();

    private JsonElement Point(string check, string subject) =>
        _json.RootElement.GetProperty("checks").EnumerateArray().FirstOrDefault(one => Text(one, "check") == check && Text(one, "subject") == subject);

    private static string Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value.ToString() : "";
}
