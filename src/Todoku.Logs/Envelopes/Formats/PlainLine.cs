using System.Buffers;

namespace Todoku.Logs.Envelopes.Formats;

/// <summary>
/// The parts of a line as its wrapping gave them, and how they become the plain line. The text decides first: when it is a whole
/// log line with a time of its own it stands alone, when it is JSON it is unpacked with the wrapping's parts where it has none, when it
/// begins with <c>program[pid]: </c> that program is taken, else the wrapping's program.
/// </summary>
internal ref struct PlainLine
{
    /// <summary>Host and program names past this are cut.</summary>
    private const int MaxNameLength = 255;

    private const int MaxTimeLength = 64;

    /// <summary>RFC 3339 or traditional; must not be empty unless the text stands alone.</summary>
    public ReadOnlySpan<byte> Time;

    /// <summary>The host, empty when unknown.</summary>
    public ReadOnlySpan<byte> Host;

    /// <summary>The program, empty when unknown.</summary>
    public ReadOnlySpan<byte> Program;

    /// <summary>The process id, empty when unknown.</summary>
    public ReadOnlySpan<byte> Pid;

    /// <summary>The text; may hold anything.</summary>
    public ReadOnlySpan<byte> Text;

    /// <summary>Writes the line, or nothing when it has no time that can be read.</summary>
    public readonly bool TryWrite(IBufferWriter<byte> output)
    {
        var text = TrimStart(Text);
        if (OwnStamp.At(text)) return WriteText(text, output);
        if (!text.IsEmpty && text[0] == '{' && JsonLine.TryRewrite(text, this with { Text = default }, output)) return true;
        if (!IsStamp(Time)) return false;
        var builder = new LineBuilder(output, Time.Length + Math.Min(Host.Length, MaxNameLength) + MaxNameLength + 32 + text.Length);
        builder.Raw(Time);
        builder.Raw(" "u8);
        Name(ref builder, Host);
        builder.Raw(" "u8);
        if (!ProgramTag.StandsAt(text))
        {
            Name(ref builder, Program);
            if (IsNumber(Pid))
            {
                builder.Raw("["u8);
                builder.Raw(Pid);
                builder.Raw("]"u8);
            }
            builder.Raw(": "u8);
        }
        builder.Text(text);
        builder.Commit(output);
        return true;
    }

    /// <summary>Writes a text that is a whole line by itself.</summary>
    public static bool WriteText(ReadOnlySpan<byte> text, IBufferWriter<byte> output)
    {
        var builder = new LineBuilder(output, text.Length);
        builder.Text(text);
        builder.Commit(output);
        return true;
    }

    private static bool IsStamp(ReadOnlySpan<byte> time)
    {
        if (time.Length is < 15 or > MaxTimeLength) return false;
        Span<byte> start = stackalloc byte[time.Length + 5];
        start.Fill((byte)' ');
        time.CopyTo(start);
        return StampReader.TryRead(start, out _, out var length) && length == time.Length;
    }

    private static void Name(ref LineBuilder builder, ReadOnlySpan<byte> name)
    {
        if (name.Length > MaxNameLength) name = name[..MaxNameLength];
        if (name.IsEmpty) builder.Raw("-"u8);
        else builder.Word(name);
    }

    private static bool IsNumber(ReadOnlySpan<byte> pid) =>
        pid.Length is > 0 and <= 20 && pid.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;

    private static ReadOnlySpan<byte> TrimStart(ReadOnlySpan<byte> text) => text.TrimStart(" \0"u8);
}
