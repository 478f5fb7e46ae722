namespace Todoku.Knowledge.Images;

/// <summary>A literal that the automaton looks for.</summary>
/// <param name="Text">Its text among the strings.</param>
/// <param name="Triggers">Where its list of triggers begins (a count, then candidates).</param>
internal readonly record struct LiteralRecord(uint Text, uint Triggers);
