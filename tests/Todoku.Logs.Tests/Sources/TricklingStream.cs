using Todoku.Logs.Sources.Opening;

namespace Todoku.Logs.Tests.Sources;

/// <summary>Gives a few bytes a read, as a pipe may.</summary>
internal sealed class TricklingStream(byte[] bytes) : ReadOnlyStream
{
    private int _at;

    public override int Read(Span<byte> buffer)
    {
        var count = Math.Min(Math.Min(7, buffer.Length), bytes.Length - _at);
        bytes.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }
}
