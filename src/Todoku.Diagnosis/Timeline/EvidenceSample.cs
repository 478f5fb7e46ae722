using System.Text;

namespace Todoku.Diagnosis.Timeline;

/// <summary>
/// A few log lines out of many: the first, two spread over what followed (kept at growing distances), and the last. Each is cut to
/// <see cref="MaxLineLength"/> bytes.
/// </summary>
internal sealed class EvidenceSample
{
    /// <summary>Longer lines are cut; Postfix itself cuts its records at 2,000 bytes.</summary>
    public const int MaxLineLength = 2048;

    private readonly KeptLine[] _lines = new KeptLine[4];
    private long _seen;
    private long _nextSpread = 2;
    private int _spread;

    public void Add(ReadOnlySpan<byte> line)
    {
        if (line.IsEmpty) return;
        if (line.Length > MaxLineLength) line = line[..MaxLineLength];
        _seen++;
        if (_seen == 1)
        {
            _lines[0].Keep(line, _seen);
        }
        else if (_seen == _nextSpread)
        {
            _lines[1 + _spread].Keep(line, _seen);
            _spread ^= 1;
            _nextSpread *= 4;
        }
        else
        {
            _lines[3].Keep(line, _seen);
        }
    }

    /// <summary>The lines in the order in which they came.</summary>
    public IReadOnlyList<string> ToLines()
    {
        var kept = _lines.Where(line => line.Order > 0).OrderBy(line => line.Order).ToArray();
        return [.. kept.Select(line => line.ToString())];
    }

    private struct KeptLine
    {
        private byte[]? _buffer;
        private int _length;

        public long Order { get; private set; }

        public void Keep(ReadOnlySpan<byte> line, long order)
        {
            if (_buffer is null || _buffer.Length < line.Length) _buffer = new byte[Math.Min(MaxLineLength, line.Length + line.Length / 8)];
            line.CopyTo(_buffer);
            _length = line.Length;
            Order = order;
        }

        public override readonly string ToString() => Encoding.UTF8.GetString(_buffer.AsSpan(0, _length));
    }
}
