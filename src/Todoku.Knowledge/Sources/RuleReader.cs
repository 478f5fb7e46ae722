using Todoku.Knowledge.Toml;

namespace Todoku.Knowledge.Sources;

/// <summary>Reads the <c>[[rule]]</c> tables of a provider file or a file of general rules.</summary>
internal static class RuleReader
{
    public static void ReadAll(TableReader root, string? provider, KnowledgeSource source)
    {
        foreach (var table in root.Children("rule", "a rule")) source.Rules.Add(Read(table, provider));
    }

    private static RuleDefinition Read(TableReader table, string? provider)
    {
        var id = table.Required("id", "\"low-ip-reputation\"");
        if (id.Length > 0 && !SourceWords.IsId(id)) table.Fail(table.LineOf("id"), $"'id' is \"{id}\": write lower case letters, digits, hyphens and dots");
        var cause = DefinitionReader.Cause(table, table.Required("cause", "\"ip-reputation\""));
        var codes = Codes(table);
        var enhanced = Enhanced(table);
        var stages = table.Texts("stage").ConvertAll(word => DefinitionReader.Stage(table, word.Value, word.Line));
        var rule = new RuleDefinition(
            "", provider, cause, codes, enhanced, stages, table.Flag("local"),
            DefinitionReader.Anchors(table, "all"), DefinitionReader.Anchors(table, "any"), DefinitionReader.Anchors(table, "none"),
            Captures(table), table.Optional("article"), table.Flag("temporary"), [], new SourcePlace(table.File, table.Line));
        DefinitionReader.Provenance(table);
        var samples = DefinitionReader.Samples(table);
        table.Finish();
        if (!rule.HasText && !rule.HasCode && !table.Has("all") && !table.Has("any"))
            table.Fail(table.Line, "the rule would match every reply: write what must occur (all, any) or the codes (codes, enhanced, stage)");
        return rule with { Id = ShownId(rule, id), Samples = samples };
    }

    // Provider rules bear the provider's name, rules without words that of what they go by, others that of their file.
    private static string ShownId(RuleDefinition rule, string id)
    {
        if (rule.Provider is not null) return $"{rule.Provider}.{id}";
        if (!rule.HasText && rule.Enhanced.Count > 0) return $"status.{id}";
        if (!rule.HasText && rule.HasCode) return $"code.{id}";
        return $"{rule.Place.File.Stem.TrimStart("0123456789-".ToCharArray())}.{id}";
    }

    private static List<int> Codes(TableReader table)
    {
        var codes = new List<int>();
        foreach (var item in table.Items("codes"))
        {
            if (item is SourceNode.Number { Value: (>= 2 and <= 5) or (>= 200 and <= 599) } number) codes.Add((int)number.Value);
            else table.Fail(item.Line, $"{(item is SourceNode.Number other ? other.Value : $"'codes' holds {item.Kind}, which")} is no reply code: write one such as 550, or 4 or 5 for the whole class");
        }
        return codes;
    }

    private static List<EnhancedPattern> Enhanced(TableReader table)
    {
        var patterns = new List<EnhancedPattern>();
        foreach (var text in table.Texts("enhanced"))
        {
            if (EnhancedPattern.TryParse(text.Value, out var pattern)) patterns.Add(pattern);
            else table.Fail(text.Line, $"'{text.Value}' is no enhanced code: write three parts such as \"5.7.1\" or \"4.7.*\"");
        }
        return patterns;
    }

    private static List<string> Captures(TableReader table)
    {
        var captures = new List<string>();
        foreach (var text in table.Texts("captures"))
        {
            if (CapturePattern.Parse(text.Value, out var problem) is null) table.Fail(text.Line, problem);
            captures.Add(text.Value);
        }
        return captures;
    }
}
