using Todoku.Knowledge.Toml;
using Todoku.Mail;

namespace Todoku.Knowledge.Sources;

/// <summary>Takes the values out of a table that several kinds of definitions share: causes, anchors, samples, provenance, both languages.</summary>
internal static class DefinitionReader
{
    public static Cause Cause(TableReader table, string word)
    {
        if (Causes.TryParse(word, out var cause) || word.Length == 0) return cause;
        var near = Spelling.Nearest(word, Causes.All.ToArray().Select(candidate => candidate.Id));
        table.Fail(table.LineOf("cause"), $"unknown cause '{word}': {(near is null ? "write one of the list in docs/causes.md" : $"did you mean '{near}'?")}");
        return default;
    }

    public static Fault Fault(TableReader table)
    {
        var word = table.Required("fault", "\"sender\"");
        if (word.Length > 0 && !SourceWords.TryFault(word, out _, out var expected)) table.Fail(table.LineOf("fault"), $"unknown fault '{word}': write one of {expected}");
        return SourceWords.TryFault(word, out var fault, out _) ? fault : default;
    }

    /// <summary>Where a fact comes from and when it was seen: every rule and blocklist must say.</summary>
    public static (string Source, string Date) Provenance(TableReader table)
    {
        var source = table.Required("source", "\"https://...\" (where the wording was seen)");
        var date = table.Required("date", "\"2026-11\" (when it was seen)");
        if (date.Length > 0 && !IsDate(date)) table.Fail(table.LineOf("date"), $"'date' is \"{date}\": write a year and month such as \"2026-11\"");
        return (source, date);
    }

    public static List<Anchor> Anchors(TableReader table, string key)
    {
        var anchors = new List<Anchor>();
        foreach (var text in table.Texts(key))
        {
            var anchor = Anchor.Parse(text.Value, out var problem);
            if (anchor is null) table.Fail(text.Line, problem);
            else anchors.Add(anchor);
        }
        return anchors;
    }

    public static List<SampleDefinition> Samples(TableReader table)
    {
        var samples = new List<SampleDefinition>();
        foreach (var item in table.Items("samples"))
        {
            if (item is SourceNode.Text text && text.Value.Length > 0)
                samples.Add(new SampleDefinition(text.Value, SmtpStage.Unknown, "", "", default, false, false, text.Line));
            else if (item is SourceNode.Table inner)
                samples.Add(Sample(table.Inline(inner, "a sample")));
            else
                table.Fail(item.Line, $"a sample must be the text of a reply or a table {{ reply = \"...\", ... }}, not {item.Kind}");
        }
        if (samples.Count == 0 && !table.Has("samples")) table.Fail(table.Line, "there is no sample: write samples = [\"a real reply\"]");
        else if (samples.Count == 0) table.Fail(table.LineOf("samples"), "'samples' is empty: write at least one real reply");
        return samples;
    }

    public static SmtpStage Stage(TableReader table, string word, int line)
    {
        if (!SourceWords.TryStage(word, out var stage, out var expected)) table.Fail(line, $"unknown stage '{word}': write one of {expected}");
        return stage;
    }

    private static SampleDefinition Sample(TableReader table)
    {
        var reply = table.Required("reply", "\"550 User unknown\"");
        var stageWord = table.Optional("stage");
        var stage = stageWord is null ? SmtpStage.Unknown : Stage(table, stageWord, table.LineOf("stage"));
        var status = default(EnhancedStatusCode);
        if (table.Optional("status") is { } code && !EnhancedStatusCode.TryParsePrefix(System.Text.Encoding.ASCII.GetBytes(code), out status, out _))
            table.Fail(table.LineOf("status"), $"'status' is \"{code}\": write an enhanced code such as \"5.1.1\"");
        var sample = new SampleDefinition(
            reply, stage, table.Optional("relay") ?? "", table.Optional("recipient") ?? "", status, table.Flag("local") ?? false, table.Flag("cause_only") ?? false, table.Line);
        table.Finish();
        return sample;
    }

    private static bool IsDate(string date)
    {
        if (date.Length is not (4 or 7 or 10)) return false;
        for (var i = 0; i < date.Length; i++)
        {
            if (i is 4 or 7 ? date[i] != '-' : !char.IsAsciiDigit(date[i])) return false;
        }
        return true;
    }
}
