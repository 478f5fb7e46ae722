namespace Todoku.Logs.Sources.Following;

/// <summary>Remembers how far a file was read.</summary>
/// <param name="path">The file.</param>
internal sealed class CountedFile(string path)
{
    /// <summary>The file.</summary>
    public string Path { get; } = path;

    /// <summary>Bytes read so far.</summary>
    public long BytesRead { get; private set; }

    /// <summary>Opens it.</summary>
    public Stream Open(LogFile file) => new CountingStream(this, file.Open());

    private sealed class CountingStream(CountedFile owner, Stream inner) : LogStream
    {
        public override long StoredBytesRead => owner.BytesRead;

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            owner.BytesRead += read;
            if (read == 0 && inner is LogStream { Problem: { } problem }) Problem = problem;
            return read;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
