namespace Todoku.Logs.Sources;

/// <summary>One input to read: a file (compressed or not), standard input, or the output of a command such as journalctl.</summary>
/// <param name="name">What people know it by: a path, "standard input", "journal".</param>
/// <param name="lastWriteUtc">When its last line was written, as far as known; the year of stamps without one is inferred from it.</param>
/// <param name="length">Length in bytes as stored (compressed), for progress; -1 when unknown.</param>
/// <param name="open">Opens the decompressed bytes; may throw <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/>.</param>
public sealed class LogFile(string name, DateTimeOffset lastWriteUtc, long length, Func<Stream> open)
{
    /// <summary>What people know it by.</summary>
    public string Name { get; } = name;

    /// <summary>When its last line was written, as far as known.</summary>
    public DateTimeOffset LastWriteUtc { get; } = lastWriteUtc;

    /// <summary>Length in bytes as stored, -1 when unknown.</summary>
    public long Length { get; } = length;

    /// <summary>The path of an uncompressed file, which may still be written to (<see cref="LogFollower"/>); null for anything else.</summary>
    public string? FollowPath { get; init; }

    /// <summary>
    /// Opens the decompressed bytes from the start; as a rule a <see cref="LogStream"/>, which tells why it ended early. A pipe can be opened
    /// once.
    /// </summary>
    public Stream Open() => open();
}
