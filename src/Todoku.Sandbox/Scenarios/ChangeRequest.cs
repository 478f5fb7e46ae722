using System.Text.Json;
using Todoku.Knowledge;
using Todoku.Knowledge.Toml;
using Todoku.Sandbox.Texts;
using Todoku.Sandbox.World;

namespace Todoku.Sandbox.Scenarios;

/// <summary>Reads a change that somebody asks for while a world runs: a JSON object with the keys of <c>[[event]]</c>, without <c>at</c> and <c>after</c>.</summary>
public static class ChangeRequest
{
    /// <summary>Reads it.</summary>
    /// <param name="body">The object.</param>
    /// <param name="scenario">The world's, whose blocklists and providers there are.</param>
    /// <param name="language">The language of errors.</param>
    /// <returns>The change, or what is wrong.</returns>
    public static (WorldChange? Change, IReadOnlyList<string> Problems) Read(JsonElement body, Scenario scenario, Language language)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var context = new ScenarioContext("body", ScenarioTexts.Of(language));
        if (body.ValueKind != JsonValueKind.Object) return (null, [context.Texts.WrongKind("body", "{\"do\": \"publish\", \"records\": \"...\"}")]);
        var entries = new OrderedDictionary<string, SourceNode>(StringComparer.Ordinal);
        foreach (var property in body.EnumerateObject()) entries[property.Name] = NodeOf(property.Value);
        var change = new EventReader(null, scenario.Blocklists, scenario.Providers, hasOwnDns: scenario.Resolvers.Count == 0).ReadChange(new ScenarioTable(context, new SourceNode.Table(entries, 1), "body"));
        return (context.Problems.Count > 0 ? null : change, [.. context.Problems.Select(problem => problem.Message)]);
    }

    private static SourceNode NodeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => new SourceNode.Text(value.GetString() ?? "", 1),
        JsonValueKind.Number when value.TryGetInt64(out var number) => new SourceNode.Number(number, 1),
        JsonValueKind.True or JsonValueKind.False => new SourceNode.Switch(value.GetBoolean(), 1),
        _ => new SourceNode.List([], 1),
    };
}
