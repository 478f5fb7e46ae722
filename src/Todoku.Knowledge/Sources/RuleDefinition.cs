using Todoku.Mail;

namespace Todoku.Knowledge.Sources;

/// <summary>A reply rule as written.</summary>
/// <param name="Id">As shown (<c>google.low-ip-reputation</c>).</param>
/// <param name="Provider">The provider whose replies it is for; null for a general rule.</param>
/// <param name="Cause">The cause it finds.</param>
/// <param name="Codes">Reply codes; 4 and 5 stand for their class.</param>
/// <param name="Enhanced">Enhanced codes.</param>
/// <param name="Stages">Stages; empty for any.</param>
/// <param name="Local">True: own words only; false: remote replies only; null: both.</param>
/// <param name="All">Every one must occur.</param>
/// <param name="Any">At least one must occur, unless empty.</param>
/// <param name="None">None may occur.</param>
/// <param name="Captures">Patterns of values to take out.</param>
/// <param name="Article">The article it names; null: that of the cause.</param>
/// <param name="Temporary">Whether its words, when no code stands with them, are a failure for now; null: as its cause mostly is.</param>
/// <param name="Samples">Real replies that it decides.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record RuleDefinition(
    string Id,
    string? Provider,
    Cause Cause,
    IReadOnlyList<int> Codes,
    IReadOnlyList<EnhancedPattern> Enhanced,
    IReadOnlyList<SmtpStage> Stages,
    bool? Local,
    IReadOnlyList<Anchor> All,
    IReadOnlyList<Anchor> Any,
    IReadOnlyList<Anchor> None,
    IReadOnlyList<string> Captures,
    string? Article,
    bool? Temporary,
    IReadOnlyList<SampleDefinition> Samples,
    SourcePlace Place)
{
    /// <summary>Whether words must occur.</summary>
    public bool HasText => All.Count + Any.Count > 0;

    /// <summary>Whether a reply code, an enhanced code or a stage is wanted.</summary>
    public bool HasCode => Codes.Count + Enhanced.Count + Stages.Count > 0;
}
