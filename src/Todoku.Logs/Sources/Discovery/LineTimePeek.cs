using Todoku.Logs.Envelopes;

namespace Todoku.Logs.Sources.Discovery;

/// <summary>Finds the time of the first and the last line of a part of a log.</summary>
internal sealed class LineTimePeek
{
    /// <summary>Lines without a time that are passed over: headings, stack traces, the rest of a cut line.</summary>
    private const int MaxLines = 200;

    private readonly LineUnwrapper _unwrapper = new(LineFormats.All);

    /// <summary>The time of the first line that has one.</summary>
    public LogTime? First(ReadOnlySpan<byte> text)
    {
        for (var i = 0; i < MaxLines && !text.IsEmpty; i++)
        {
            var end = text.IndexOf((byte)'\n');
            if (TryRead(end < 0 ? text : text[..end], out var time)) return time;
            text = end < 0 ? default : text[(end + 1)..];
        }
        return null;
    }

    /// <summary>The time of the last line that has one.</summary>
    public LogTime? Last(ReadOnlySpan<byte> text)
    {
        for (var i = 0; i < MaxLines && !text.IsEmpty; i++)
        {
            text = text.TrimEnd((byte)'\n');
            var start = text.LastIndexOf((byte)'\n') + 1;
            if (TryRead(text[start..], out var time)) return time;
            text = text[..start];
        }
        return null;
    }

    private bool TryRead(ReadOnlySpan<byte> line, out LogTime time)
    {
        line = line.TrimEnd((byte)'\r');
        if (line.Length >= 16 && StampReader.TryRead(line, out time, out _)) return true;
        time = default;
        return _unwrapper.TryUnwrap(line, out var plain) && plain.Length >= 16 && StampReader.TryRead(plain, out time, out _);
    }
}
