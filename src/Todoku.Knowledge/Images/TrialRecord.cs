namespace Todoku.Knowledge.Images;

/// <summary>What a rule says of words without any code.</summary>
/// <param name="Rule">The rule's id among the strings.</param>
/// <param name="Cause">The rule's cause.</param>
/// <param name="IsTemporary">Whether the sender tries again.</param>
internal readonly record struct TrialRecord(uint Rule, Cause Cause, bool IsTemporary);
