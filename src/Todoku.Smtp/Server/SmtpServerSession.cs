using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Text;
using Todoku.Smtp.Replies;
using Todoku.Smtp.Server.Authentication;
using Todoku.Smtp.Server.Commands;
using Todoku.Smtp.Server.Receiving;
using Todoku.Smtp.Transcripts;

namespace Todoku.Smtp.Server;

/// <summary>
/// One SMTP session, as its server (RFC 5321). This file holds its life: reading lines, writing replies, limits and time. What the commands do stands in
/// the other parts: <c>Identity</c> (EHLO, STARTTLS, AUTH, XCLIENT), <c>Transaction</c> (MAIL, RCPT, RSET) and <c>Message</c> (DATA, BDAT).
/// </summary>
/// <remarks>Replies are gathered while commands are at hand and written in one go before the client is waited for (RFC 2920, section 3.2).</remarks>
public sealed partial class SmtpServerSession : IDisposable
{
    // The most octets of replies that wait to be written, and of a too long line that are read over.
    private const int MaxUnflushed = 16 << 10;
    private const int MaxSkipped = 64 << 10;

    // The first octet of a TLS record that begins a handshake (RFC 8446, section 5.1).
    private const byte TlsHandshake = 0x16;

    private readonly SmtpServerConnection _connection;
    private readonly SmtpServerOptions _options;
    private readonly ISmtpReceiver _receiver;
    private readonly ISmtpAuthenticator? _authenticator;
    private readonly ISmtpSessionObserver? _observer;
    private readonly PhaseTimer _timer;
    private readonly TimeProvider _time;
    private readonly long _began;

    private SmtpClientInfo _client;
    private CancellationToken _abort;
    private SessionEnd _end;
    private volatile bool _isStopping;
    private bool _spoke;
    private bool _isUnwritable;
    private int _commands;
    private int _idleCommands;
    private int _errors;
    private int _messages;

    /// <summary>Makes it; nothing is sent yet.</summary>
    /// <param name="connection">What it speaks over.</param>
    /// <param name="options">How it serves.</param>
    /// <param name="receiver">Who owns the mail.</param>
    /// <param name="authenticator">Knows the users; null when AUTH is not offered.</param>
    /// <param name="observer">Is told how it went, or null.</param>
    /// <param name="time">The clock.</param>
    /// <param name="sessionId">What it is called in logs.</param>
    public SmtpServerSession(
        SmtpServerConnection connection, SmtpServerOptions options, ISmtpReceiver receiver, ISmtpAuthenticator? authenticator, ISmtpSessionObserver? observer, TimeProvider time, string sessionId)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        (_connection, _options, _receiver, _authenticator, _observer, _time) = (connection, options, receiver, authenticator, observer, time);
        Transcript = new Transcript(time);
        _began = time.GetTimestamp();
        _timer = new PhaseTimer(time, Wake);
        var address = Unwrapped(connection.RemoteEndPoint.Address);
        _client = new SmtpClientInfo
        {
            SessionId = sessionId,
            Address = address,
            Port = connection.RemoteEndPoint.Port,
            LocalEndPoint = connection.LocalEndPoint,
            LocalUserId = connection.LocalUserId,
            Tls = connection.Tls,
            MayRelay = MayRelay(address, null),
        };
    }

    /// <summary>What is known of the client by now.</summary>
    public SmtpClientInfo Client => _client;

    /// <summary>What was said; may be read while the session goes on.</summary>
    public Transcript Transcript { get; }

    private SmtpServerLimits Limits => _options.Limits;

    private PipeReader Input => _connection.Input;

    private PipeWriter Output => _connection.Output;

    /// <summary>Serves the client until one of both has enough.</summary>
    /// <param name="abort">Ends it at once, in the middle of anything. A message that was not answered by then was not accepted.</param>
    public async Task<SessionEnd> RunAsync(CancellationToken abort)
    {
        _abort = abort;
        try
        {
            if (await GreetAsync())
            {
                while (await ServeCommandAsync())
                {
                }
            }
            if (!_isUnwritable) await FlushAsync();
        }
        catch (Exception exception)
        {
            // Broken connections are daily bread. Anything else is a fault of ours, which must not reach other sessions.
            if (exception is not (IOException or OperationCanceledException or ObjectDisposedException)) _observer?.Failed(_client, exception);
            if (_end == SessionEnd.None) _end = abort.IsCancellationRequested ? SessionEnd.Stopped : SessionEnd.Lost;
        }
        finally
        {
            _timer.Clear();
            await EndMessageAsync();
        }
        _observer?.Ended(_client, _end, Transcript);
        return _end;
    }

    /// <summary>Asks it to end: between two commands at once, else after the message that is under way was answered.</summary>
    public void Stop()
    {
        _isStopping = true;
        Input.CancelPendingRead();
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private async ValueTask<bool> GreetAsync()
    {
        ClientVerdict verdict;
        try
        {
            verdict = await _receiver.AcceptClientAsync(_client, _abort);
        }
        catch (Exception exception) when (!_abort.IsCancellationRequested)
        {
            _observer?.Failed(_client, exception);
            verdict = new ClientVerdict.Refused(ServerReplies.Unwell);
        }
        switch (verdict)
        {
            case ClientVerdict.Refused refused:
                return End(Refusal(refused.Reply), SessionEnd.Refused);
            case ClientVerdict.Dropped:
                _end = SessionEnd.Lost;
                return false;
            default:
                Send(Reply.Of(220, $"{_options.HostName} ESMTP Todoku"));
                return true;
        }
    }

    private async ValueTask<bool> ServeCommandAsync()
    {
        if (Enough() is { } enough) return End(enough, SessionEnd.Refused);
        var line = await ReadLineAsync(Limits.CommandLine, _spoke ? _options.Timeouts.Command : _options.Timeouts.FirstCommand, ReadCommand);
        if (line.Command is null) return false;
        _spoke = true;
        _commands++;
        if (line.Command is not (SmtpCommand.Mail or SmtpCommand.Recipient or SmtpCommand.Chunk or SmtpCommand.Plain { Verb: SmtpVerb.Data })) _idleCommands++;
        return await ExecuteAsync(line.Command);
    }

    private ValueTask<bool> ExecuteAsync(SmtpCommand command) => command switch
    {
        SmtpCommand.Recipient recipient => RecipientAsync(recipient),
        SmtpCommand.Mail mail => MailAsync(mail),
        SmtpCommand.Chunk chunk => ChunkAsync(chunk),
        SmtpCommand.Hello hello => HelloAsync(hello),
        SmtpCommand.Authenticate authenticate => AuthenticateAsync(authenticate),
        SmtpCommand.Proxy proxy => ProxyAsync(proxy),
        SmtpCommand.Wrong { EndsSession: true } wrong => new(End(wrong.Reply, SessionEnd.Refused)),
        SmtpCommand.Wrong wrong => Answer(wrong.Reply),
        SmtpCommand.Plain plain => plain.Verb switch
        {
            SmtpVerb.Data => DataAsync(),
            SmtpVerb.Rset => ResetAsync(),
            SmtpVerb.Noop => Answer(ServerReplies.Ok),
            SmtpVerb.StartTls => StartTlsAsync(),
            SmtpVerb.Quit => new(End(ServerReplies.Goodbye, SessionEnd.Quit)),
            SmtpVerb.Vrfy => Answer(ServerReplies.CannotVerify),
            SmtpVerb.Help => Answer(ServerReplies.Help),
            _ => Answer(ServerReplies.NotOffered),
        },
        _ => Answer(ServerReplies.UnknownCommand),
    };

    // What ends a session between two commands.
    private Reply? Enough()
    {
        if (_errors > Limits.Errors) return ServerReplies.TooManyErrors;
        if (_commands >= Limits.CommandsPerMessage || _idleCommands >= Limits.IdleCommands) return ServerReplies.TooManyCommands;
        if (_envelope is not null) return null;
        if (_messages >= Limits.Messages) return ServerReplies.TooManyMessages;
        return _time.GetElapsedTime(_began) > _options.Timeouts.Session ? ServerReplies.TooLongSession : null;
    }

    private void Send(Reply reply)
    {
        if (reply.IsPermanent) _errors++;
        Transcript.Add(TranscriptSide.Server, reply.Octets);
        Output.Write(reply.Octets);
    }

    private ValueTask<bool> Answer(Reply reply)
    {
        Send(reply);
        return Output.UnflushedBytes > MaxUnflushed ? FlushAsync() : new(true);
    }

    private bool End(Reply reply, SessionEnd end)
    {
        Send(reply);
        _end = end;
        return false;
    }

    private async ValueTask<bool> FlushAsync()
    {
        if (Output.UnflushedBytes == 0) return true;
        var pending = Output.FlushAsync(_abort);
        FlushResult result;
        if (pending.IsCompleted)
        {
            result = pending.GetAwaiter().GetResult();
        }
        else
        {
            _timer.Set(_options.Timeouts.Write);
            result = await pending;
            _timer.Clear();
        }
        if (!result.IsCanceled && !result.IsCompleted) return true;
        _isUnwritable = true;
        if (_end == SessionEnd.None) _end = _timer.IsExpired ? SessionEnd.TimedOut : SessionEnd.Lost;
        return false;
    }

    /// <summary>Reads what the client sent, waiting for it if there is nothing yet.</summary>
    /// <param name="patience">Sets the timer for the wait, the first time that there is one.</param>
    /// <param name="mayStop">Whether the session may end here when the server stops.</param>
    /// <returns>Null when the session is over.</returns>
    private async ValueTask<ReadResult?> ReadAsync(Patience patience, bool mayStop)
    {
        if (!(mayStop && _isStopping) && Input.TryRead(out var ready))
        {
            if (!ready.IsCanceled) return ready;
            Input.AdvanceTo(ready.Buffer.Start);
        }
        if (!await FlushAsync()) return null;
        while (!(mayStop && _isStopping))
        {
            var pending = Input.ReadAsync(_abort);
            if (!pending.IsCompleted) patience.Begin(_timer, _time);
            var result = await pending;
            patience.Pause(_timer, _time);
            if (!result.IsCanceled) return result;
            Input.AdvanceTo(result.Buffer.Start);
            if (_timer.IsExpired)
            {
                End(ServerReplies.TooSlow, SessionEnd.TimedOut);
                return null;
            }
        }
        End(ServerReplies.Stopping, SessionEnd.Stopped);
        return null;
    }

    /// <summary>Reads one line.</summary>
    private async ValueTask<Line> ReadLineAsync(int limit, TimeSpan time, Func<ReadOnlySequence<byte>, SmtpServerSession, Line> read)
    {
        var patience = new Patience(time, isWhole: true);
        var skipped = 0L;
        while (await ReadAsync(patience, mayStop: true) is { } result)
        {
            var buffer = result.Buffer;
            var start = buffer.FirstSpan;
            if (!start.IsEmpty && start[0] == TlsHandshake && _client.Tls is null)
            {
                End(ServerReplies.NotTls, SessionEnd.Refused);
                return default;
            }
            if (CommandLine.TryTake(ref buffer, out var octets))
            {
                var line = skipped > 0 || octets.Length + 2 > limit ? new Line(new SmtpCommand.Wrong(ServerReplies.LineTooLong), null) : read(octets, this);
                Input.AdvanceTo(buffer.Start);
                return line;
            }
            if (buffer.Length > limit)
            {
                // All but the last octet, which may be the CR of the line's end.
                skipped += buffer.Length - 1;
                Input.AdvanceTo(buffer.GetPosition(buffer.Length - 1), buffer.End);
                if (skipped > MaxSkipped)
                {
                    End(ServerReplies.LineTooLong, SessionEnd.Refused);
                    return default;
                }
            }
            else
            {
                Input.AdvanceTo(buffer.Start, buffer.End);
            }
            if (result.IsCompleted)
            {
                _end = SessionEnd.Lost;
                return default;
            }
        }
        return default;
    }

    private static Line ReadCommand(ReadOnlySequence<byte> octets, SmtpServerSession session)
    {
        if (octets.IsSingleSegment) return session.ReadCommand(octets.FirstSpan);
        var length = (int)octets.Length;
        var copy = ArrayPool<byte>.Shared.Rent(length);
        octets.CopyTo(copy);
        var line = session.ReadCommand(copy.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(copy);
        return line;
    }

    private Line ReadCommand(ReadOnlySpan<byte> line)
    {
        var command = CommandParser.Parse(line);
        // Also what only looks like AUTH: it may hold a password all the same.
        if (line.Length > 4 && Ascii.EqualsIgnoreCase(line[..4], "AUTH"u8)) Transcript.Add(TranscriptSide.Client, $"AUTH {(command as SmtpCommand.Authenticate)?.Mechanism} {Transcript.Mask}");
        else Transcript.Add(TranscriptSide.Client, line);
        return new Line(command, null);
    }

    private void Wake()
    {
        Input.CancelPendingRead();
        Output.CancelPendingFlush();
    }

    private bool MayRelay(IPAddress address, string? user) => _options.Role switch
    {
        SmtpListenerRole.TrustedNetworks => user is not null || IsIn(_options.TrustedNetworks, address),
        SmtpListenerRole.Submission => user is not null,
        SmtpListenerRole.LocalUsers => _connection.LocalUserId is not null,
        _ => false,
    };

    private static bool IsIn(IReadOnlyList<IPNetwork> networks, IPAddress address)
    {
        foreach (var network in networks)
        {
            if (network.Contains(address)) return true;
        }
        return false;
    }

    private static IPAddress Unwrapped(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    /// <summary>A line that was read: a command, or the text of an AUTH dialogue; neither when the session is over.</summary>
    private readonly record struct Line(SmtpCommand? Command, string? Text);
}
