using System.IO.Pipelines;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Todoku.Smtp.Server.Hosting;

/// <summary>A session's connection over a socket.</summary>
/// <remarks>
/// Plain sockets, not Kestrel: measured for one server on each (native, 3,000 idle connections), the binary is 5.6 MB against 10.3 MB and a connection takes
/// 3 KB against 6 KB. Reads that wait hold no buffer.
/// </remarks>
internal sealed class SocketConnection : SmtpServerConnection, IAsyncDisposable
{
    private const int BufferSize = 4 << 10;
    private const int MaxLinger = 256 << 10;

    private static readonly StreamPipeReaderOptions ReaderOptions = new(bufferSize: BufferSize, minimumReadSize: 1024, leaveOpen: true, useZeroByteReads: true);
    private static readonly StreamPipeWriterOptions WriterOptions = new(leaveOpen: true);
    private static readonly TimeSpan LingerTime = TimeSpan.FromSeconds(2);

    private readonly Socket _socket;
    private readonly NetworkStream _network;
    private readonly Func<SslServerAuthenticationOptions>? _tls;
    private SslStream? _secure;
    private PipeReader _input;
    private PipeWriter _output;
    private TlsDetails? _details;

    public SocketConnection(Socket socket, Func<SslServerAuthenticationOptions>? tls)
    {
        (_socket, _tls) = (socket, tls);
        if (socket.AddressFamily == AddressFamily.Unix)
        {
            LocalUserId = PeerUser.Of(socket);
            RemoteEndPoint = LocalEndPoint = new IPEndPoint(IPAddress.Loopback, 0);
        }
        else
        {
            // A reply never waits for the client's acknowledgement of the one before.
            socket.NoDelay = true;
            RemoteEndPoint = (IPEndPoint?)socket.RemoteEndPoint ?? new IPEndPoint(IPAddress.None, 0);
            LocalEndPoint = (IPEndPoint?)socket.LocalEndPoint ?? new IPEndPoint(IPAddress.None, 0);
        }
        _network = new NetworkStream(socket, ownsSocket: true);
        (_input, _output) = (PipeReader.Create(_network, ReaderOptions), PipeWriter.Create(_network, WriterOptions));
    }

    public override PipeReader Input => _input;

    public override PipeWriter Output => _output;

    public override IPEndPoint RemoteEndPoint { get; }

    public override IPEndPoint LocalEndPoint { get; }

    public override uint? LocalUserId { get; }

    public override TlsDetails? Tls => _details;

    public override bool CanStartTls => _tls is not null && _details is null;

    public override async ValueTask<bool> StartTlsAsync(CancellationToken cancellationToken)
    {
        if (_tls is null || _secure is not null) return false;
        // With the old reader go the octets that it holds.
        await _input.CompleteAsync();
        await _output.CompleteAsync();
        _secure = new SslStream(_network, leaveInnerStreamOpen: true);
        var isDone = false;
        try
        {
            await _secure.AuthenticateAsServerAsync(_tls(), cancellationToken);
            _details = new TlsDetails(_secure.SslProtocol == SslProtocols.Tls13 ? "TLS1.3" : "TLS1.2", _secure.NegotiatedCipherSuite.ToString());
            isDone = true;
        }
        catch (Exception exception) when (exception is AuthenticationException or IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // The client's version or alert, or a client that went away: the session ends either way.
        }
        (_input, _output) = (PipeReader.Create(_secure, ReaderOptions), PipeWriter.Create(_secure, WriterOptions));
        return isDone;
    }

    /// <summary>
    /// Closes so that the last reply arrives: what the client still sends is read over for a moment, since closing over unread octets makes the kernel reset
    /// the connection, and a reset can overtake the reply.
    /// </summary>
    public async ValueTask CloseAsync(TimeProvider time)
    {
        try
        {
            if (_secure is not null && _details is not null) await _secure.ShutdownAsync().WaitAsync(LingerTime, time);
            _socket.Shutdown(SocketShutdown.Send);
            using var patience = new CancellationTokenSource(LingerTime, time);
            var scrap = new byte[4096];
            for (var total = 0; total < MaxLinger;)
            {
                var length = await _network.ReadAsync(scrap, patience.Token);
                if (length == 0) break;
                total += length;
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException or TimeoutException or ObjectDisposedException or InvalidOperationException)
        {
            // It is closed already, or the client doesn't stop.
        }
    }

    /// <summary>Ends the connection now.</summary>
    public void Abort() => _socket.Close(0);

    public async ValueTask DisposeAsync()
    {
        await _input.CompleteAsync();
        try
        {
            // Given a reason it writes nothing more: a client that doesn't read would hold it up.
            await _output.CompleteAsync(new IOException("The session is over."));
            if (_secure is not null) await _secure.DisposeAsync();
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // Octets that could not be written any more.
        }
        await _network.DisposeAsync();
    }
}
