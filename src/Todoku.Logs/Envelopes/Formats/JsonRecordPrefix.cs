using System.Buffers;

namespace Todoku.Logs.Envelopes.Formats;

/// <summary>
/// What stands before a JSON record: the record separator of JSON text sequences (RFC 7464; <c>journalctl -o json-seq</c>), or the field name
/// of server-sent events (<c>journalctl -o json-sse</c>: <c>data: {...}</c>).
/// </summary>
internal sealed class JsonRecordPrefix : ILineFormat
{
    private const byte RecordSeparator = 0x1E;

    /// <inheritdoc/>
    public bool TryRewrite(ReadOnlySpan<byte> line, IBufferWriter<byte> output)
    {
        var length = line.IndexOf((byte)'{');
        return length > 0 && IsPrefix(line[..length].TrimEnd((byte)' ')) && PlainLine.WriteText(line[length..], output);
    }

    private static bool IsPrefix(ReadOnlySpan<byte> text) => text.SequenceEqual("data:"u8) || (!text.IsEmpty && !text.ContainsAnyExcept(RecordSeparator));
}
