using System.Text;
using Todoku.Mail;
using System.Text.Json;
using Todoku.Knowledge;

namespace Todoku.KnowledgeCompilation.Grading;

/// <summary>Reads a corpus of replies, one JSON object a line, and compares what knowledge makes of them.</summary>
internal static class CorpusGrader
{
    public static CorpusGrade Grade(KnowledgeBase knowledge, IEnumerable<string> lines)
    {
        var grade = new CorpusGrade();
        var known = knowledge.Providers.Select(provider => provider.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var line in lines.Where(line => line.Length > 0))
        {
            using var document = JsonDocument.Parse(line);
            Grade(document.RootElement, knowledge, known, grade);
        }
        return grade;
    }

    private static void Grade(JsonElement entry, KnowledgeBase knowledge, HashSet<string> known, CorpusGrade grade)
    {
        var reply = Text(entry, "response") is { Length: > 0 } response ? response : Text(entry, "log");
        var reading = knowledge.Read(Encoding.UTF8.GetBytes(reply), new ReadingContext
        {
            RelayHost = Encoding.UTF8.GetBytes(Text(entry, "relay")),
            Stage = SmtpStages.FromWords(Encoding.UTF8.GetBytes(Text(entry, "in_reply_to"))),
        });
        var misses = new List<string>();
        var causes = Texts(entry, "also_ok").Prepend(Text(entry, "cause")).ToList();
        if (!grade.Cause.Count(causes.Contains(reading.Cause.Id))) misses.Add($"cause {reading.Cause.Id}, wanted {string.Join('/', causes)}");
        var providers = Texts(entry, "provider_also").Prepend(Text(entry, "provider")).ToList();
        if (Text(entry, "provider_evidence") is "text" or "relay" or "log" && !grade.Provider.Count(IsProvider(reading.Provider, providers, known)))
            misses.Add($"provider {reading.Provider.Id}, wanted {string.Join('/', providers)}");
        var temporary = entry.TryGetProperty("temporary", out var flag) && flag.ValueKind == JsonValueKind.True;
        var either = entry.TryGetProperty("temporary_also_ok", out var also) && also.ValueKind == JsonValueKind.True;
        if (!grade.Temporary.Count(either || reading.IsTemporary == temporary)) misses.Add($"temporary {reading.IsTemporary}, wanted {temporary}");
        if (misses.Count > 0) grade.Misses.Add($"{Text(entry, "id")} {reading.RuleId}: {string.Join("; ", misses)}\n    {reply}");
    }

    // "other" stands for every provider that has no file.
    private static bool IsProvider(Provider provider, List<string> wanted, HashSet<string> known) =>
        wanted.Exists(id => id == provider.Id || ((id == "other" || !known.Contains(id)) && !provider.IsKnown));

    private static string Text(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : "";

    private static IEnumerable<string> Texts(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(item => item.GetString() ?? "") : [];
}
