using System.Text.Json;

namespace Todoku.Apply.Plans;

/// <summary>Reads the plan of a report that <c>todoku diagnose --json</c> or <c>todoku check --json</c> wrote (docs/json.md). What it does not need it passes over.</summary>
public static class PlanReader
{
    /// <summary>The most octets of a report.</summary>
    public const int MaxSize = 64 * 1024 * 1024;

    private const int MaxSteps = 200;
    private static readonly string[] Schemas = ["todoku/diagnose/", "todoku/check/"];

    /// <summary>Reads it.</summary>
    /// <param name="json">The report.</param>
    /// <returns>The steps in their order; null when it is no such report.</returns>
    public static IReadOnlyList<PlannedStep>? Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var report = JsonDocument.Parse(json);
            if (!Schemas.Any(schema => Text(report.RootElement, "schema").StartsWith(schema, StringComparison.Ordinal))) return null;
            var findings = Items(report.RootElement, "findings").ToArray();
            return [.. Items(report.RootElement, "plan").Take(MaxSteps).Select(step => ReadStep(step, findings))];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static PlannedStep ReadStep(JsonElement step, JsonElement[] findings)
    {
        var mended = Items(step, "findings").Where(index => index.ValueKind == JsonValueKind.Number)
            .Select(index => index.TryGetInt32(out var at) && at >= 0 && at < findings.Length ? findings[at] : default)
            .Where(finding => finding.ValueKind == JsonValueKind.Object).Select(Identity).ToArray();
        return new PlannedStep(Text(step, "id"), Text(step, "do"))
        {
            Senders = [.. mended.Select(Sender).Where(sender => sender.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)],
            Host = mended.Select(identity => Text(identity, "host")).FirstOrDefault(host => host.Length > 0) ?? "",
        };
    }

    private static JsonElement Identity(JsonElement finding) => finding.TryGetProperty("identity", out var identity) && identity.ValueKind == JsonValueKind.Object ? identity : default;

    // "user apache": the address that Postfix makes of it is user@domain. Of several users the report names the one that fails most.
    private static string Sender(JsonElement identity) =>
        Text(identity, "submitter").Split(' ') is ["user", var user] && Text(identity, "envelope_domain") is { Length: > 0 } domain ? $"{user}@{domain}" : "";

    private static JsonElement.ArrayEnumerator Items(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : default;

    private static string Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : "";
}
