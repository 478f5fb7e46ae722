using System.Buffers;
using Todoku.Logs.Envelopes.Formats;
using Todoku.Logs.Envelopes.Json;

namespace Todoku.Logs.Sources.Journal;

/// <summary>One entry of the journal, filled again and again by the reader.</summary>
internal sealed class JournalRecord
{
    private readonly ArrayBufferWriter<byte>[] _fields = [.. Enumerable.Range(0, 7).Select(_ => new ArrayBufferWriter<byte>(256))];

    /// <summary>The bytes of a field; empty when the entry has none. A field given twice keeps its first value.</summary>
    public ArrayBufferWriter<byte> this[JournalField field] => _fields[(int)field];

    /// <summary>Forgets all values.</summary>
    public void Clear()
    {
        foreach (var field in _fields) field.ResetWrittenCount();
    }

    /// <summary>Writes the plain line with its line end; nothing for an entry without a message or a time.</summary>
    public void WriteTo(IBufferWriter<byte> output)
    {
        Span<byte> time = stackalloc byte[EpochTime.FormattedLength];
        if (Value(JournalField.Message).IsEmpty || !EpochTime.TryFormat(Value(JournalField.Time), time)) return;
        var line = new PlainLine
        {
            Time = time,
            Host = Value(JournalField.Host),
            Program = Either(JournalField.Identifier, JournalField.Command),
            Pid = Either(JournalField.SyslogPid, JournalField.Pid),
            Text = Value(JournalField.Message),
        };
        if (line.TryWrite(output)) output.Write("\n"u8);
    }

    private ReadOnlySpan<byte> Value(JournalField field) => this[field].WrittenSpan;

    private ReadOnlySpan<byte> Either(JournalField first, JournalField second) => this[first].WrittenCount > 0 ? Value(first) : Value(second);
}
