using System.Buffers.Binary;

namespace Todoku.Smtp.Transcripts;

/// <summary>Lines one behind the other in one piece of memory: side (1 octet), milliseconds since the session began (4), length (1), the line.</summary>
internal sealed class LineBuffer
{
    private const int Head = 6;
    private const int FirstSize = 512;

    private byte[] _octets = [];
    private int _start;
    private int _end;

    /// <summary>How many lines it holds.</summary>
    public int Count { get; private set; }

    /// <summary>The lines as they stand in memory.</summary>
    public ReadOnlySpan<byte> Octets => _octets.AsSpan(_start, _end - _start);

    /// <summary>Adds a line of at most <see cref="Transcript.MaxLineLength"/> octets.</summary>
    public void Append(TranscriptSide side, uint at, ReadOnlySpan<byte> line)
    {
        Reserve(Head + line.Length);
        var place = _octets.AsSpan(_end);
        place[0] = (byte)side;
        BinaryPrimitives.WriteUInt32LittleEndian(place[1..], at);
        place[5] = (byte)line.Length;
        line.CopyTo(place[Head..]);
        _end += Head + line.Length;
        Count++;
    }

    /// <summary>Drops the oldest line.</summary>
    public void DropFirst()
    {
        _start += Head + _octets[_start + 5];
        Count--;
    }

    /// <summary>Drops all lines; the memory stays.</summary>
    public void Clear() => _start = _end = Count = 0;

    /// <summary>Reads lines as <see cref="Octets"/> has them.</summary>
    public static List<TranscriptLine> Read(ReadOnlySpan<byte> octets, DateTimeOffset beganAt)
    {
        var lines = new List<TranscriptLine>();
        while (octets.Length >= Head)
        {
            var at = beganAt.AddMilliseconds(BinaryPrimitives.ReadUInt32LittleEndian(octets[1..]));
            lines.Add(new TranscriptLine(at, (TranscriptSide)octets[0], Printable(octets.Slice(Head, octets[5]))));
            octets = octets[(Head + octets[5])..];
        }
        return lines;
    }

    private void Reserve(int length)
    {
        if (_end + length <= _octets.Length) return;
        var held = _end - _start;
        if (held + length > _octets.Length)
        {
            var larger = new byte[Math.Max(FirstSize, Math.Max(held + length, _octets.Length * 2))];
            Octets.CopyTo(larger);
            _octets = larger;
        }
        else
        {
            Octets.CopyTo(_octets);
        }
        (_start, _end) = (0, held);
    }

    private static string Printable(ReadOnlySpan<byte> octets) => string.Create(octets.Length, octets, static (text, from) =>
    {
        for (var i = 0; i < text.Length; i++) text[i] = from[i] is >= 0x20 and <= 0x7E ? (char)from[i] : '?';
    });
}
