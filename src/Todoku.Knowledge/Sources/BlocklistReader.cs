namespace Todoku.Knowledge.Sources;

/// <summary>Reads <c>blocklists.toml</c>.</summary>
internal static class BlocklistReader
{
    public static void Read(TableReader root, KnowledgeSource source)
    {
        foreach (var table in root.Children("blocklist", "a blocklist"))
        {
            var id = table.Required("id", "\"spamhaus\"");
            if (id.Length > 0 && !SourceWords.IsId(id)) table.Fail(table.LineOf("id"), $"'id' is \"{id}\": write lower case letters, digits and hyphens");
            var name = table.Required("name", "\"Spamhaus\"");
            var word = table.Required("lists", "\"ip\"");
            if (!SourceWords.TryKind(word, out var kind, out var expected) && word.Length > 0)
                table.Fail(table.LineOf("lists"), $"'lists' is \"{word}\": write one of {expected}");
            var words = DefinitionReader.Anchors(table, "reply_words");
            if (!table.Has("reply_words") && !table.Has("zone")) table.Fail(table.Line, "a blocklist has no 'reply_words': write how replies name it, such as [\"spamhaus.org\"]");
            var url = table.Required("url", "\"https://...\" (where a listing is looked up)");
            var article = table.Optional("article");
            DefinitionReader.Provenance(table);
            // A list of the good is in no reply that refuses.
            var samples = table.Has("zone") && words.Count == 0 ? [] : DefinitionReader.Samples(table);
            var zones = BlocklistZoneReader.ReadAll(table);
            table.Finish();
            source.Blocklists.Add(new BlocklistDefinition(id, name, kind, words, url, article, samples, zones, new SourcePlace(table.File, table.Line)));
        }
        root.Finish();
    }
}
