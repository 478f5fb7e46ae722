using System.Buffers;

namespace Todoku.Logs.Envelopes.Formats;

/// <summary>Solaris' message id after the tag: <c>Jun  3 10:40:57 mail postfix/smtp[97]: [ID 197553 mail.info] text</c>.</summary>
internal sealed class SolarisMessageId : ILineFormat
{
    private const int MaxEnvelopeLength = 320;
    private const int MaxIdLength = 64;

    /// <inheritdoc/>
    public bool TryRewrite(ReadOnlySpan<byte> line, IBufferWriter<byte> output)
    {
        var at = line[..Math.Min(line.Length, MaxEnvelopeLength)].IndexOf(": [ID "u8);
        if (at < 0) return false;
        var id = line[(at + 6)..];
        var end = id[..Math.Min(id.Length, MaxIdLength)].IndexOf("] "u8);
        if (end <= 0 || !char.IsAsciiDigit((char)id[0])) return false;
        var builder = new LineBuilder(output, line.Length);
        builder.Raw(line[..(at + 2)]);
        builder.Text(id[(end + 2)..]);
        builder.Commit(output);
        return true;
    }
}
