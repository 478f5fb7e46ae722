using System.Text;

namespace Todoku.Logs.Reading;

/// <summary>Counts lines that were not understood by program and keeps a few samples of each.</summary>
internal sealed class UnknownLineTally(int samples)
{
    private const int MaxPrograms = 200;
    private const int MaxSampleLength = 500;
    private const string Others = "(others)";
    private const string NoProgram = "(no program)";

    private readonly Dictionary<string, (long Count, List<string> Samples)> _byProgram = new(StringComparer.Ordinal);

    /// <summary>Counts a line.</summary>
    public void Add(ReadOnlySpan<byte> program, ReadOnlySpan<byte> line)
    {
        var name = program.IsEmpty ? NoProgram : Encoding.UTF8.GetString(program);
        if (!_byProgram.TryGetValue(name, out var entry))
        {
            if (_byProgram.Count >= MaxPrograms) name = Others;
            if (!_byProgram.TryGetValue(name, out entry)) entry = (0, []);
        }
        if (entry.Samples.Count < samples) entry.Samples.Add(Encoding.UTF8.GetString(line[..Math.Min(line.Length, MaxSampleLength)]));
        _byProgram[name] = (entry.Count + 1, entry.Samples);
    }

    /// <summary>The programs, most lines first.</summary>
    public IReadOnlyList<UnknownProgram> Summarize() =>
        [.. _byProgram.Select(pair => new UnknownProgram(pair.Key, pair.Value.Count, pair.Value.Samples)).OrderByDescending(program => program.Count)];
}
