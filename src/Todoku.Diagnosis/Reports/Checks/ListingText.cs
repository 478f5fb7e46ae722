using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Checks.Blocklists;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Reports.Checks;

/// <summary>Writes what a listing means in the language of the report.</summary>
internal static class ListingText
{
    /// <summary>The values, that of a listing in words.</summary>
    public static IReadOnlyList<ReplyValue> Resolve(IReadOnlyList<ReplyValue> values, KnowledgeBase knowledge, Language language) =>
        values.Any(value => value.Name == CheckValueNames.Listing)
            ? [.. values.Select(value => value.Name == CheckValueNames.Listing ? value with { Value = Text(value.Value, knowledge, language) } : value)]
            : values;

    private static string Text(string key, KnowledgeBase knowledge, Language language)
    {
        var meanings = ListingKey.Codes(knowledge.Blocklists, key).Select(code => code.Name.Length > 0 ? Named(code.Name, code.Meaning(language), language) : code.Meaning(language));
        return string.Join(language == Language.Japanese ? "／" : "; ", meanings);
    }

    private static string Named(string name, string meaning, Language language) => language == Language.Japanese ? $"{name}：{meaning}" : $"{name}: {meaning}";
}
