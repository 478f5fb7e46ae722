using System.Buffers;
using Todoku.Logs.Envelopes.Json;

namespace Todoku.Logs.Envelopes.Formats;

/// <summary>
/// A line that is a JSON object: <c>journalctl -o json</c>, docker's json-file driver, logstash and whatever else
/// <see cref="JsonKeys"/> knows. docker cuts lines over 16 KB into parts, which the reader joins by <see cref="ContainerPart"/>.
/// </summary>
internal sealed class JsonLine : ILineFormat
{
    /// <summary>Lines past this are not unpacked.</summary>
    public const int MaxLength = 1 << 24;

    /// <inheritdoc/>
    public bool TryRewrite(ReadOnlySpan<byte> line, IBufferWriter<byte> output) => TryRewrite(line, default, output);

    /// <summary>Rewrites a line that was itself wrapped.</summary>
    /// <param name="line">The line.</param>
    /// <param name="outer">What the outer wrapping tells; taken where the line tells nothing.</param>
    /// <param name="output">Where the plain line is written.</param>
    public static bool TryRewrite(ReadOnlySpan<byte> line, PlainLine outer, IBufferWriter<byte> output)
    {
        if (line.Length is < 2 or > MaxLength || line[0] != '{') return false;
        Span<JsonSlot> slots = stackalloc JsonSlot[JsonFields.Count];
        JsonFields.Find(line, slots);
        if (slots[(int)JsonRole.Text].Kind == JsonKind.None) return false;
        var scratch = ArrayPool<byte>.Shared.Rent(line.Length);
        var written = Write(line, slots, outer, scratch, output);
        ArrayPool<byte>.Shared.Return(scratch);
        return written;
    }

    // The values are disjoint parts of the line and don't grow, so that the scratch holds them all.
    private static bool Write(ReadOnlySpan<byte> line, Span<JsonSlot> slots, PlainLine outer, Span<byte> scratch, IBufferWriter<byte> output)
    {
        Span<byte> epoch = stackalloc byte[EpochTime.FormattedLength];
        var time = Take(line, slots[(int)JsonRole.Time], ref scratch);
        if (time.Length > 10 && time[10] == ' ' && char.IsAsciiDigit((char)time[0])) time[10] = (byte)'T';
        if (EpochTime.TryFormat(time, epoch)) time = epoch;
        return new PlainLine
        {
            Time = Either(time, outer.Time),
            Host = Either(Take(line, slots[(int)JsonRole.Host], ref scratch), outer.Host),
            Program = Either(Take(line, slots[(int)JsonRole.Program], ref scratch), outer.Program),
            Pid = Either(Take(line, slots[(int)JsonRole.Pid], ref scratch), outer.Pid),
            Text = Take(line, slots[(int)JsonRole.Text], ref scratch),
        }.TryWrite(output);
    }

    private static ReadOnlySpan<byte> Either(ReadOnlySpan<byte> own, ReadOnlySpan<byte> outer) => own.IsEmpty ? outer : own;

    private static Span<byte> Take(ReadOnlySpan<byte> line, JsonSlot slot, ref Span<byte> scratch)
    {
        var length = JsonText.Decode(line.Slice(slot.Start, slot.Length), slot.Kind, scratch);
        var value = scratch[..length];
        scratch = scratch[length..];
        return value;
    }
}
