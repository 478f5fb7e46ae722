namespace Todoku.Knowledge;

/// <summary>What a reply was found to mean.</summary>
/// <param name="Cause">The cause.</param>
/// <param name="Provider">Whose server said it.</param>
/// <param name="RuleId">The rule that decided (<c>google.low-ip-reputation</c>), or <c>status.5.7.1</c>, <c>code.550</c>, <c>unknown</c>.</param>
/// <param name="Advice">Id of the article that explains it: of the provider's own where it has one, else of the cause.</param>
/// <param name="IsTemporary">Whether the reply is a failure for now.</param>
public readonly record struct Reading(Cause Cause, Provider Provider, string RuleId, string Advice, bool IsTemporary);
