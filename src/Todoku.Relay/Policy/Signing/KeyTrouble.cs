namespace Todoku.Relay.Policy.Signing;

/// <summary>A key that can't be used, or whose changed file can't.</summary>
/// <param name="KeyFile">The file.</param>
/// <param name="Problem">Why.</param>
/// <param name="Detail">What the system said, or the mode or owner that is wrong.</param>
/// <param name="HasOldKey">Whether the key that was read before goes on signing.</param>
public sealed record KeyTrouble(string KeyFile, KeyFileProblem Problem, string Detail, bool HasOldKey);
