namespace Todoku.Knowledge.Sources;

/// <summary>Reads <c>steps/NAME.toml</c>.</summary>
internal static class StepReader
{
    public static void Read(TableReader root, KnowledgeSource source)
    {
        foreach (var table in root.Children("step", "a step"))
        {
            var id = table.Required("id", "\"use-relay\"");
            if (id.Length > 0 && !SourceWords.IsId(id)) table.Fail(table.LineOf("id"), $"'id' is \"{id}\": write lower case letters, digits and hyphens");
            var word = table.Required("group", "\"relay\"");
            if (!SourceWords.TryGroup(word, out var group, out var expected) && word.Length > 0)
                table.Fail(table.LineOf("group"), $"unknown group '{word}': write one of {expected}");
            source.Steps.Add(new StepDefinition(id, group, Text(table, "en"), Text(table, "ja"), new SourcePlace(table.File, table.Line)));
            table.Finish();
        }
        root.Finish();
    }

    private static StepText Text(TableReader parent, string language)
    {
        if (parent.Child(language, $"[step.{language}]", $"[step.{language}] with do, why and verify") is not { } table)
        {
            if (!parent.Has(language)) parent.Fail(parent.Line, $"a step has no [step.{language}]: write do, why and verify in that language too");
            return new StepText("", "", "", "");
        }
        var text = new StepText(table.Required("do", "\"...\""), table.Required("why", "\"...\""), table.Required("verify", "\"...\""), table.Optional("if_refused") ?? "");
        table.Finish();
        return text;
    }
}
