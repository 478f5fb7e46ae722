using Todoku.Mail;

namespace Todoku.Knowledge.Sources;

/// <summary>Reads <c>signers.toml</c>.</summary>
internal static class SignerReader
{
    public static void Read(TableReader root, KnowledgeSource source)
    {
        foreach (var table in root.Children("signer", "a signer"))
        {
            var id = table.Required("id", "\"google\"");
            if (id.Length > 0 && !SourceWords.IsId(id)) table.Fail(table.LineOf("id"), $"'id' is \"{id}\": write lower case letters, digits and hyphens");
            var name = table.Required("name", "\"Google Workspace\"");
            var mx = Names(table, "mx", "the domain of its MX hosts, such as \"google.com\"");
            var spf = Names(table, "spf", "what an SPF record includes, such as \"_spf.google.com\"");
            var selectors = Names(table, "selectors", "a selector, such as \"google\"");
            if (selectors.Count == 0) table.Fail(table.LineOf("selectors"), "a signer has no 'selectors': write selectors = [\"google\"]");
            DefinitionReader.Provenance(table);
            table.Finish();
            source.Signers.Add(new SignerDefinition(id, name, mx, spf, selectors, new SourcePlace(table.File, table.Line)));
        }
        root.Finish();
    }

    private static List<string> Names(TableReader table, string key, string what)
    {
        List<string> names = [];
        foreach (var text in table.Texts(key))
        {
            if (DomainName.TryParse(text.Value, out var name) && !name.IsRoot) names.Add(name.ToString());
            else table.Fail(text.Line, $"'{text.Value}' is no name: write {what}");
        }
        return names;
    }
}
