using System.Globalization;

namespace Todoku.Knowledge.Sources;

/// <summary>Reads <c>[limits]</c> of a provider file.</summary>
internal static class LimitsReader
{
    private const int Most = 1_000_000;

    private static readonly (string Unit, int Seconds)[] Units = [("s", 1), ("m", 60), ("h", 3600), ("d", 86_400)];

    public static ProviderLimits? Read(TableReader root)
    {
        if (root.Child("limits", "[limits]", "[limits] with connections, messages_per_connection, recipients or rate") is not { } table) return null;
        var (connections, messages, recipients) = (table.Number("connections", 1, Most), table.Number("messages_per_connection", 1, Most), table.Number("recipients", 1, Most));
        var (rate, period) = Rate(table);
        if (connections is null && messages is null && recipients is null && !table.Has("rate"))
            table.Fail(table.Line, "[limits] limits nothing: write connections = 20, messages_per_connection, recipients or rate = \"1000/h\"");
        var (source, date) = DefinitionReader.Provenance(table);
        table.Finish();
        return new ProviderLimits(connections, messages, recipients, rate, period, source, date);
    }

    private static (int? Messages, TimeSpan Period) Rate(TableReader table)
    {
        if (table.Optional("rate") is not { } text) return (null, default);
        var parts = text.Split('/');
        if (parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var messages) && messages is > 0 and <= Most)
        {
            foreach (var (unit, seconds) in Units)
                if (parts[1] == unit) return (messages, TimeSpan.FromSeconds(seconds));
        }
        table.Fail(table.LineOf("rate"), $"'rate' is \"{text}\": write messages in a second, minute, hour or day, such as \"1000/h\" (s m h d)");
        return (null, default);
    }
}
