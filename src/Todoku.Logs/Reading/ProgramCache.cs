using Todoku.Logs.Dialects;

namespace Todoku.Logs.Reading;

/// <summary>
/// Whose lines a tag's are, remembered: a log has a few dozen tags and millions of lines. Not for use by several threads.
/// </summary>
internal sealed class ProgramCache
{
    private const int Size = 256;

    private readonly Entry[] _entries = new Entry[Size];

    /// <summary>Finds the dialect of a tag; null when the program is no mail program.</summary>
    public Entry Find(ReadOnlySpan<byte> program)
    {
        ref var entry = ref _entries[Slot(program)];
        if (entry.Program is null || !program.SequenceEqual(entry.Program)) entry = Ask(program);
        return entry;
    }

    // Tags differ in length and in the letters of their last segment.
    private static int Slot(ReadOnlySpan<byte> program)
    {
        var slot = program.Length * 31;
        slot += program[^1] * 7;
        slot += program[program.Length / 2] * 13;
        if (program.Length > 2) slot += program[^3] * 3;
        return slot & (Size - 1);
    }

    private static Entry Ask(ReadOnlySpan<byte> program)
    {
        foreach (var dialect in LogDialects.All)
        {
            if (dialect.Claims(program, out var daemon, out var instanceLength)) return new Entry(program.ToArray(), dialect, daemon, instanceLength);
        }
        return new Entry(program.ToArray(), null, 0, 0);
    }

    /// <summary>What is known of a tag.</summary>
    /// <param name="Program">The tag.</param>
    /// <param name="Dialect">Its dialect, null for programs that have nothing to do with mail.</param>
    /// <param name="Daemon">The dialect's number for the daemon.</param>
    /// <param name="InstanceLength">How many bytes of the tag name the instance.</param>
    internal readonly record struct Entry(byte[]? Program, ILogDialect? Dialect, int Daemon, int InstanceLength);
}
