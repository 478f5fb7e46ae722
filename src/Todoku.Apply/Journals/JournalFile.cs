namespace Todoku.Apply.Journals;

/// <summary>A file that a change wrote; what it held before and after is kept beside the entry.</summary>
/// <param name="Path">The file.</param>
/// <param name="Before">SHA-256 of what it held; <c>absent</c> when it was not there.</param>
/// <param name="After">SHA-256 of what it holds since; <c>absent</c> when it is gone.</param>
/// <param name="Mode">Who may do what with it, when it has to be made again.</param>
/// <param name="IsSecret">Whether it holds passwords.</param>
public sealed record JournalFile(string Path, string Before, string After, int Mode, bool IsSecret);
