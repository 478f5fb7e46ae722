using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Text;
using Todoku.Smtp.Server;

namespace Todoku.Smtp.Tests.Server;

/// <summary>
/// A connection over two pipes that run inline: when <see cref="Say(string)"/> returns, the session has done all that it can and waits. So tests need no
/// waiting, and a fake clock moves it on.
/// </summary>
internal sealed class PipeConnection : SmtpServerConnection
{
    private readonly Pipe _toServer = Make(0);
    private readonly Pipe _toClient;
    private Pipe? _secureToServer;
    private readonly CountingWriter _writer;

    public PipeConnection(string address = "192.0.2.1", long outputRoom = 0)
    {
        _toClient = Make(outputRoom);
        _writer = new CountingWriter(_toClient.Writer);
        RemoteEndPoint = new IPEndPoint(IPAddress.Parse(address), 40_000);
    }

    public override PipeReader Input => (_secureToServer ?? _toServer).Reader;

    public override PipeWriter Output => _writer;

    public override IPEndPoint RemoteEndPoint { get; }

    public override IPEndPoint LocalEndPoint { get; } = new(IPAddress.Parse("192.0.2.25"), 25);

    public override TlsDetails? Tls => HasTls ? new TlsDetails("TLS1.3", "TLS_AES_256_GCM_SHA384") : null;

    public override bool CanStartTls => HasCertificate && !HasTls;

    public bool HasTls { get; set; }

    public bool HasCertificate { get; init; } = true;

    /// <summary>What the client does instead of a handshake: null for one that works.</summary>
    public Func<CancellationToken, Task<bool>>? Handshake { get; init; }

    /// <summary>How often something was written to the client.</summary>
    public int Writes => _writer.Flushes;

    public override async ValueTask<bool> StartTlsAsync(CancellationToken cancellationToken)
    {
        if (Handshake is not null && !await Handshake(cancellationToken)) return false;
        _secureToServer = Make(0);
        HasTls = true;
        return true;
    }

    public void Say(string text) => Say(Encoding.Latin1.GetBytes(text));

    public void Say(ReadOnlySpan<byte> octets)
    {
        var writer = (_secureToServer ?? _toServer).Writer;
        writer.Write(octets);
        var pending = writer.FlushAsync();
        Assert.True(pending.IsCompleted);
    }

    public void HangUp() => (_secureToServer ?? _toServer).Writer.Complete();

    /// <summary>All that was written since the last call.</summary>
    public string Hear()
    {
        if (!_toClient.Reader.TryRead(out var result)) return "";
        var text = Encoding.Latin1.GetString(result.Buffer.ToArray());
        _toClient.Reader.AdvanceTo(result.Buffer.End);
        return text;
    }

    private static Pipe Make(long room) => new(new PipeOptions(
        readerScheduler: PipeScheduler.Inline, writerScheduler: PipeScheduler.Inline, pauseWriterThreshold: room, resumeWriterThreshold: room == 0 ? 0 : 1, useSynchronizationContext: false));

    private sealed class CountingWriter(PipeWriter writer) : PipeWriter
    {
        public int Flushes { get; private set; }

        public override bool CanGetUnflushedBytes => true;

        public override long UnflushedBytes => writer.UnflushedBytes;

        public override void Advance(int bytes) => writer.Advance(bytes);

        public override void CancelPendingFlush() => writer.CancelPendingFlush();

        public override void Complete(Exception? exception = null) => writer.Complete(exception);

        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
        {
            Flushes++;
            return writer.FlushAsync(cancellationToken);
        }

        public override Memory<byte> GetMemory(int sizeHint = 0) => writer.GetMemory(sizeHint);

        public override Span<byte> GetSpan(int sizeHint = 0) => writer.GetSpan(sizeHint);
    }
}
