using System.Buffers;

namespace Todoku.Logs.Envelopes.Formats;

/// <summary>Writes a line anew with an RFC 3339 time in place of another kind of stamp.</summary>
internal static class Restamp
{
    /// <summary>Writes the time and what followed the old stamp.</summary>
    public static bool Write(scoped ReadOnlySpan<byte> time, ReadOnlySpan<byte> rest, IBufferWriter<byte> output)
    {
        var builder = new LineBuilder(output, time.Length + rest.Length);
        builder.Raw(time);
        builder.Text(rest);
        builder.Commit(output);
        return true;
    }

    /// <summary>Writes <c>yyyy-MM-ddTHH:mm:ss</c>.</summary>
    /// <param name="year">Four digits.</param>
    /// <param name="stamp">Month, day and time.</param>
    /// <param name="time">19 bytes.</param>
    /// <returns>False for 29 February of a year that has none.</returns>
    public static bool TryFormat(ReadOnlySpan<byte> year, LogTime stamp, Span<byte> time)
    {
        new DateTime(stamp.Ticks).TryFormat(time, out _, "s");
        year.CopyTo(time);
        Span<byte> whole = stackalloc byte[20];
        time.CopyTo(whole);
        whole[19] = (byte)'Z';
        return StampReader.TryRead(whole, out _, out _);
    }
}
