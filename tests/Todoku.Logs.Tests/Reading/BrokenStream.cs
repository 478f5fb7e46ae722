namespace Todoku.Logs.Tests.Reading;

/// <summary>Gives some bytes and then fails, as a file on a failing disk does.</summary>
internal sealed class BrokenStream(byte[] bytes) : MemoryStream(bytes)
{
    public override int Read(Span<byte> buffer)
    {
        var read = base.Read(buffer);
        return read > 0 ? read : throw new IOException("input/output error");
    }
}
