using System.Globalization;
using SQLitePCL;

namespace Todoku.Storage.Sqlite.Native;

/// <summary>The files of a database that no connection has open.</summary>
internal static class DatabaseFiles
{
    // Of the write-ahead log (sqlite.org/walformat.html).
    private static readonly string[] Suffixes = ["-wal", "-shm", ""];

    /// <summary>Renames a database with what belongs to it; the database itself last, so that a crash in between leaves it where it is looked for.</summary>
    /// <param name="path">The database.</param>
    /// <param name="now">The time, for the new name.</param>
    /// <returns>Its new path.</returns>
    /// <exception cref="SqliteException">It can't be renamed.</exception>
    public static string SetAside(string path, DateTimeOffset now)
    {
        var stem = $"{path}.damaged-{now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture)}";
        var name = stem;
        for (var i = 2; File.Exists(name); i++) name = $"{stem}-{i}";
        try
        {
            foreach (var suffix in Suffixes)
                if (File.Exists(path + suffix)) File.Move(path + suffix, name + suffix, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SqliteException(exception is UnauthorizedAccessException ? raw.SQLITE_READONLY : raw.SQLITE_IOERR, exception.Message);
        }
        return name;
    }
}
