using Todoku.Knowledge.Toml;
using Todoku.Knowledge.Words;

namespace Todoku.Knowledge.Sources;

/// <summary>Reads <c>words.toml</c>.</summary>
internal static class WordListReader
{
    public static void Read(TableReader root, KnowledgeSource source)
    {
        foreach (var (id, table) in root.Named("words", "the list"))
        {
            if (!WordListNames.All.Contains(id)) table.Fail(table.Line, $"nobody asks for a list '{id}': {Suggest(id)}");
            var words = table.Texts("words");
            if (words.Count == 0) table.Fail(table.LineOf("words"), $"the list '{id}' is empty: write words = [\"...\"]");
            DefinitionReader.Provenance(table);
            table.Finish();
            source.WordLists.Add(new WordListDefinition(id, [.. words.Select(word => word.Value.ToLowerInvariant()).Distinct()], new SourcePlace(table.File, table.Line)));
        }
        foreach (var missing in WordListNames.All.Where(name => source.WordLists.All(list => list.Id != name)))
            root.Fail(1, $"there is no list '{missing}': write [words.{missing}] with words, source and date");
        root.Finish();
    }

    private static string Suggest(string id) =>
        Spelling.Nearest(id, WordListNames.All) is { } near ? $"did you mean '{near}'?" : $"write one of {string.Join(", ", WordListNames.All)}";
}
