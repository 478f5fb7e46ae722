namespace Todoku.Diagnosis;

/// <summary>Lines of one program that were not understood.</summary>
/// <param name="Program">The program's name as logged.</param>
/// <param name="Count">How many.</param>
/// <param name="Samples">A few of them.</param>
public sealed record UnknownLines(string Program, long Count, IReadOnlyList<string> Samples);
