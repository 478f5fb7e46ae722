using System.Buffers;
using Todoku.Logs.Postfix;

namespace Todoku.Logs.Envelopes.Formats;

/// <summary>
/// The systemd unit in place of the program, as <c>journalctl -o with-unit</c> writes it: <c>mail postfix@-.service[97]: text</c>. Becomes the
/// unit's name without instance and suffix; for Postfix, whose daemons share a unit, the daemon that writes such lines.
/// </summary>
internal static class UnitTag
{
    /// <summary>Writes the line with the program's tag; false, with nothing written, when it has no unit.</summary>
    /// <param name="time">RFC 3339.</param>
    /// <param name="rest">What follows the stamp, from the space before the host on.</param>
    /// <param name="output">Where the plain line is written.</param>
    public static bool TryWrite(scoped ReadOnlySpan<byte> time, ReadOnlySpan<byte> rest, IBufferWriter<byte> output)
    {
        var host = rest[1..].IndexOf((byte)' ') + 1;
        if (host <= 1) return false;
        var tag = rest[(host + 1)..];
        var end = tag.IndexOfAny((byte)'[', (byte)' ');
        if (end <= 0 || tag[end] != '[' || !tag[..end].EndsWith(".service"u8)) return false;
        var after = tag[end..].IndexOf("]: "u8);
        if (after < 0) return false;
        var text = tag[(end + after + 3)..];
        var program = ProgramOf(tag[..end]);
        if (program.SequenceEqual("postfix"u8)) program = UnitLine.TagOf(text);
        var builder = new LineBuilder(output, time.Length + rest.Length + 32);
        builder.Raw(time);
        builder.Raw(rest[..(host + 1)]);
        builder.Word(program);
        builder.Raw(tag[end..(end + after + 1)]);
        builder.Raw(": "u8);
        builder.Text(text);
        builder.Commit(output);
        return true;
    }

    // "postfix@-.service" is postfix; of a user's unit, "user@1000.service/mail.service", the second name tells more.
    private static ReadOnlySpan<byte> ProgramOf(ReadOnlySpan<byte> unit)
    {
        unit = unit[(unit.LastIndexOf((byte)'/') + 1)..];
        unit = unit[..^".service".Length];
        var instance = unit.IndexOf((byte)'@');
        return instance > 0 ? unit[..instance] : unit;
    }
}
