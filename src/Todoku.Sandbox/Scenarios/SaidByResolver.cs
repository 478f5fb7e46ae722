namespace Todoku.Sandbox.Scenarios;

/// <summary>
/// What can't stand beside <c>[dns] resolver</c>, because the resolver says it:
/// <code>
/// [dns]           listen, ttl
/// [[zone]]        all
/// [[blocklist]]   listed, code; zone alone says which ones are asked
/// [[host]]        name, forward
/// </code>
/// Events that change DNS are refused where they are read.
/// </summary>
internal static class SaidByResolver
{
    private static readonly (string Table, string[] Keys)[] Tables = [("blocklist", ["listed", "code"]), ("host", ["name", "forward"])];

    public static void Check(ScenarioTable root, ScenarioTable dns)
    {
        Keys(dns, ["listen", "ttl"]);
        foreach (var zone in root.Children("zone")) zone.Context.Fail(zone.Line, zone.Context.Texts.SaidByResolver("[[zone]]"));
        foreach (var (table, keys) in Tables)
            foreach (var one in root.Children(table)) Keys(one, keys);
    }

    private static void Keys(ScenarioTable table, string[] keys)
    {
        foreach (var key in keys.Where(table.Has)) table.Fail(key, table.Context.Texts.SaidByResolver($"'{key}'"));
    }
}
