namespace Todoku.Relay.Operating;

/// <summary>What an open file is.</summary>
/// <param name="UserId">The number of the user that it belongs to.</param>
/// <param name="Links">How many names it has.</param>
/// <param name="IsRegular">Whether it is a file as such: no pipe, device or folder.</param>
public readonly record struct FileDetails(uint UserId, uint Links, bool IsRegular);
