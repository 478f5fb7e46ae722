using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Todoku.Smtp.Replies;
using Todoku.Smtp.Server.Authentication;
using Todoku.Smtp.Server.Receiving;

namespace Todoku.Smtp.Server.Hosting;

/// <summary>Listens, and runs a session for each connection. Stops in two steps: no new connections and no new messages; then what is left is cut.</summary>
public sealed class SmtpServerHost : IAsyncDisposable
{
    // No file descriptor left, or a connection that was gone before it was taken: the next one is waited for, not spun on.
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(50);

    private readonly ISmtpReceiver _receiver;
    private readonly ISmtpAuthenticator? _authenticator;
    private readonly ISmtpSessionObserver? _observer;
    private readonly SmtpHostLimits _limits;
    private readonly TimeProvider _time;
    private readonly ConnectionCounts _counts;
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _abort = new();
    private readonly List<(Socket Socket, SmtpListener Listener)> _sockets = [];
    private readonly List<Task> _loops = [];
    private readonly ConcurrentDictionary<long, Running> _sessions = new();
    private long _lastSession;

    /// <summary>Makes it.</summary>
    /// <param name="receiver">Who owns the mail.</param>
    /// <param name="authenticator">Knows the users, or null.</param>
    /// <param name="observer">Is told how sessions went, or null.</param>
    /// <param name="limits">How many sessions are served at once.</param>
    /// <param name="time">The clock.</param>
    public SmtpServerHost(ISmtpReceiver receiver, ISmtpAuthenticator? authenticator, ISmtpSessionObserver? observer, SmtpHostLimits limits, TimeProvider time)
    {
        (_receiver, _authenticator, _observer, _limits, _time) = (receiver, authenticator, observer, limits, time);
        _counts = new ConnectionCounts(limits);
    }

    /// <summary>Where it listens to networks, in the order of the listeners; the ports as they were given out.</summary>
    public IReadOnlyList<IPEndPoint> EndPoints { get; private set; } = [];

    /// <summary>How many sessions run now.</summary>
    public int Sessions => _sessions.Count;

    /// <summary>Begins to listen.</summary>
    /// <exception cref="SocketException">An address can't be had; then none is listened on.</exception>
    public void Start(IReadOnlyList<SmtpListener> listeners)
    {
        ArgumentNullException.ThrowIfNull(listeners);
        try
        {
            foreach (var listener in listeners)
            {
                var socket = listener.Socket ?? new Socket(listener.EndPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
                _sockets.Add((socket, listener));
                if (listener.Socket is null) Bind(socket, listener.EndPoint);
                socket.Listen(_limits.Backlog);
            }
        }
        catch (SocketException)
        {
            foreach (var (socket, _) in _sockets) socket.Dispose();
            _sockets.Clear();
            throw;
        }
        EndPoints = [.. _sockets.Where(one => one.Socket.AddressFamily != AddressFamily.Unix).Select(one => (IPEndPoint?)one.Socket.LocalEndPoint ?? one.Listener.EndPoint)];
        foreach (var (socket, listener) in _sockets) _loops.Add(AcceptAsync(socket, listener));
    }

    /// <summary>Stops: idle sessions end at once, those with a message under way when it was answered, but not later than <paramref name="grace"/>.</summary>
    public async Task StopAsync(TimeSpan grace)
    {
        await _stop.CancelAsync();
        foreach (var (socket, _) in _sockets) socket.Dispose();
        await Task.WhenAll(_loops);
        var running = _sessions.Values.ToArray();
        foreach (var one in running) one.Session?.Stop();
        var all = Task.WhenAll(running.Select(one => one.Done.Task));
        await Task.WhenAny(all, Task.Delay(grace, _time, CancellationToken.None));
        await _abort.CancelAsync();
        foreach (var one in running.Where(one => !one.Done.Task.IsCompleted)) one.Connection.Abort();
        await all;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync(TimeSpan.Zero);
        _stop.Dispose();
        _abort.Dispose();
    }

    private static void Bind(Socket socket, IPEndPoint place)
    {
        if (place.AddressFamily == AddressFamily.InterNetworkV6) socket.DualMode = false;
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        socket.Bind(place);
    }

    private async Task AcceptAsync(Socket socket, SmtpListener listener)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                Take(await socket.AcceptAsync(_stop.Token), listener);
            }
            catch (Exception exception) when (exception is SocketException or IOException && !_stop.IsCancellationRequested)
            {
                await Task.Delay(Breath, _time, CancellationToken.None);
            }
            catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException or SocketException)
            {
                return;
            }
        }
    }

    private void Take(Socket socket, SmtpListener listener)
    {
        if (PeerOf(socket) is not { } peer)
        {
            socket.Dispose();
            return;
        }
        if (_counts.TryEnter(peer) is { } reply)
        {
            TurnAway(socket, peer.Address, reply, listener.HasImplicitTls);
            return;
        }
        var id = Interlocked.Increment(ref _lastSession);
        var running = new Running(new SocketConnection(socket, listener.Tls));
        _sessions[id] = running;
        _ = Task.Run(() => ServeAsync(id, running, listener, peer), CancellationToken.None);
    }

    private static Peer? PeerOf(Socket socket)
    {
        if (socket.AddressFamily == AddressFamily.Unix) return PeerUser.Of(socket) is { } user ? Peer.Of(user) : null;
        return socket.RemoteEndPoint is IPEndPoint remote ? Peer.Of(remote.Address) : null;
    }

    // Cheap, as it is done when there is too much to do: one attempt to write, no waiting.
    private void TurnAway(Socket socket, IPAddress address, Reply reply, bool isTls)
    {
        _observer?.TurnedAway(address, reply);
        using (socket)
        {
            try
            {
                socket.Blocking = false;
                if (!isTls) socket.Send(reply.Octets, SocketFlags.None);
            }
            catch (SocketException)
            {
                // The client is gone.
            }
        }
    }

    private async Task ServeAsync(long id, Running running, SmtpListener listener, Peer peer)
    {
        var connection = running.Connection;
        try
        {
            if (!listener.HasImplicitTls || await HandshakeAsync(connection, listener))
            {
                using var session = new SmtpServerSession(connection, listener.Session, _receiver, _authenticator, _observer, _time, $"{id:x}");
                running.Session = session;
                if (_stop.IsCancellationRequested) session.Stop();
                var end = await session.RunAsync(_abort.Token);
                running.Session = null;
                if (end is not (SessionEnd.Lost or SessionEnd.NoTls)) await connection.CloseAsync(_time);
            }
            await connection.DisposeAsync();
        }
        finally
        {
            _counts.Leave(peer);
            _sessions.TryRemove(id, out _);
            running.Done.TrySetResult();
        }
    }

    private async ValueTask<bool> HandshakeAsync(SocketConnection connection, SmtpListener listener)
    {
        using var patience = new CancellationTokenSource(listener.Session.Timeouts.Handshake, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, _abort.Token);
        return await connection.StartTlsAsync(either.Token);
    }

    private sealed class Running(SocketConnection connection)
    {
        public SocketConnection Connection { get; } = connection;

        public SmtpServerSession? Session { get; set; }

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
