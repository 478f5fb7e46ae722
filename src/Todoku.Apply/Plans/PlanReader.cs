using System.Text.Json;
using Todoku.Mail;

namespace Todoku.Apply.Plans;

/// <summary>Reads the plan of a report that <c>todoku diagnose --json</c> or <c>todoku check --json</c> wrote (docs/json.md). What it does not need it passes over.</summary>
public static class PlanReader
{
    /// <summary>The most octets of a report.</summary>
    public const int MaxSize = 64 * 1024 * 1024;

    private const int MaxSteps = 200;
    private const int MaxRecords = 20;
    private const int MaxLines = 100;
    private const string Recipient = " to=<";
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
            // A report of check has points in place of findings.
            var findings = Items(report.RootElement, "findings").Concat(Items(report.RootElement, "checks")).ToArray();
            var subject = Child(report.RootElement, "subject");
            return [.. Items(report.RootElement, "plan").Take(MaxSteps).Select(step => ReadStep(step, findings, subject))];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static PlannedStep ReadStep(JsonElement step, JsonElement[] findings, JsonElement subject)
    {
        var found = Items(step, "findings").Where(index => index.ValueKind == JsonValueKind.Number)
            .Select(index => index.TryGetInt32(out var at) && at >= 0 && at < findings.Length ? findings[at] : default)
            .Where(finding => finding.ValueKind == JsonValueKind.Object).ToArray();
        var mended = found.Select(finding => Child(finding, "identity")).ToArray();
        return new PlannedStep(Text(step, "id"), Text(step, "do"))
        {
            Senders = [.. mended.Select(Sender).Where(sender => sender.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)],
            Host = mended.Select(identity => Text(identity, "host")).FirstOrDefault(host => host.Length > 0) ?? "",
            RecipientDomains = Known([.. found.SelectMany(finding => Items(finding, "evidence").Take(MaxLines)).Select(line => line.ValueKind == JsonValueKind.String ? RecipientDomain(line.GetString() ?? "") : "")]),
            Records = [.. Items(step, "records").Take(MaxRecords).Select(record => new PlannedRecord(Text(record, "name"), Text(record, "type"), Text(record, "value")))],
            SenderDomains = Known([.. found.Select(finding => Value(finding, "spf_domain", "envelope_domain")), First(Text(subject, "return_path_domain"), Text(subject, "domain"))]),
            AuthorDomains = Known([.. found.Select(finding => Value(finding, "dmarc_domain", "envelope_domain")), Text(subject, "domain")]),
            SigningDomains = Known([.. found.Select(finding => Value(finding, "dkim_domain", "dkim_domain")), Text(subject, "domain")]),
            Addresses = Known([.. found.Select(finding => First(Text(Child(finding, "identity"), "sending_ip"), Text(Child(finding, "values"), "ip")))]),
        };
    }

    private static JsonElement Child(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var child) && child.ValueKind == JsonValueKind.Object ? child : default;

    // What the reply printed is what was looked up; what the log tells of the sender stands in for it.
    private static string Value(JsonElement finding, string printed, string logged) => First(Text(Child(finding, "values"), printed), Text(Child(finding, "identity"), logged));

    private static string First(string one, string other) => one.Length > 0 ? one : other;

    private static string[] Known(IEnumerable<string> values) => [.. values.Where(value => value.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];

    // "user apache": the address that Postfix makes of it is user@domain. Of several users the report names the one that fails most.
    private static string Sender(JsonElement identity) =>
        Text(identity, "submitter").Split(' ') is ["user", var user] && Text(identity, "envelope_domain") is { Length: > 0 } domain ? $"{user}@{domain}" : "";

    // As Postfix writes a recipient; what is no domain name is passed over.
    private static string RecipientDomain(string line)
    {
        var start = line.IndexOf(Recipient, StringComparison.Ordinal);
        var end = start < 0 ? -1 : line.IndexOf('>', start);
        var at = end < 0 ? -1 : line.LastIndexOf('@', end);
        return at > start && DomainName.TryParse(line.AsSpan(at + 1, end - at - 1).ToString(), out var domain) && domain.LabelCount > 1 ? domain.ToString() : "";
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : default;

    private static string Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : "";
}
