namespace Todoku.Storage.Sqlite;

/// <summary>A database that was found damaged and set aside.</summary>
/// <param name="Path">Where it lies now, for a person to look into.</param>
/// <param name="Detail">The words of the database.</param>
/// <param name="FoundAt">When.</param>
public sealed record DamagedFile(string Path, string Detail, DateTimeOffset FoundAt);
