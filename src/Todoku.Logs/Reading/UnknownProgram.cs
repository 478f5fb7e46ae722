namespace Todoku.Logs;

/// <summary>Lines of one program that were not understood.</summary>
/// <param name="Program">The program's name as logged.</param>
/// <param name="Count">How many.</param>
/// <param name="Samples">A few of them, as UTF-8 with replacement characters, cut at 500 characters.</param>
public sealed record UnknownProgram(string Program, long Count, IReadOnlyList<string> Samples);
