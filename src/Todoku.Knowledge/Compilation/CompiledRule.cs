using Todoku.Knowledge.Images;
using Todoku.Knowledge.Sources;
using Todoku.Mail;

namespace Todoku.Knowledge.Compilation;

/// <summary>A rule on its way into the image: words as groups of which each must have one.</summary>
internal sealed record CompiledRule(
    int Order,
    string Id,
    string? Provider,
    Cause Cause,
    Locality Local,
    IReadOnlyList<SmtpStage> Stages,
    IReadOnlyList<int> Codes,
    IReadOnlyList<EnhancedPattern> Enhanced,
    IReadOnlyList<IReadOnlyList<Anchor>> Groups,
    IReadOnlyList<Anchor> None,
    IReadOnlyList<string> Captures,
    string? Article,
    int Blocklist,
    Persistence Persistence)
{
    public static CompiledRule From(RuleDefinition rule) => new(
        TryOrder.Of(rule), rule.Id, rule.Provider, rule.Cause, rule.Local switch { true => Locality.Local, false => Locality.Remote, _ => Locality.Any },
        rule.Stages, rule.Codes, rule.Enhanced, [.. rule.All.Select(anchor => new[] { anchor }), .. rule.Any.Count > 0 ? [rule.Any] : Array.Empty<IReadOnlyList<Anchor>>()],
        rule.None, rule.Captures, rule.Article, 0, rule.Temporary switch { true => Persistence.Temporary, false => Persistence.Permanent, _ => Persistence.ByCause });
}
