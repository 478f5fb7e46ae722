using System.Buffers;
using System.Net;
using System.Text;
using Todoku.Smtp.Replies;
using Todoku.Smtp.Server.Authentication;
using Todoku.Smtp.Server.Commands;
using Todoku.Smtp.Transcripts;

namespace Todoku.Smtp.Server;

/// <content>Who the client is: EHLO, STARTTLS, AUTH and XCLIENT.</content>
public sealed partial class SmtpServerSession
{
    private int _passwordFailures;
    private bool _isCancelled;

    private bool MaySendPassword => _client.Tls is not null || (_options.AllowsPlainPasswordsOnLoopback && IPAddress.IsLoopback(_client.Address));

    private bool OffersAuth => _authenticator is not null && _options.Role is (SmtpListenerRole.TrustedNetworks or SmtpListenerRole.Submission);

    private bool MayUseXclient => IsIn(_options.XclientNetworks, Unwrapped(_connection.RemoteEndPoint.Address));

    private async ValueTask<bool> HelloAsync(SmtpCommand.Hello hello)
    {
        // EHLO in the middle is RSET (RFC 5321, section 4.1.4).
        await ResetTransactionAsync();
        _client = _client with { HelloName = hello.Name, IsExtended = hello.IsExtended };
        return await Answer(hello.IsExtended ? new Reply(250, default, Extensions()) : Reply.Of(250, _options.HostName));
    }

    private List<string> Extensions()
    {
        List<string> lines = [_options.HostName, "PIPELINING", $"SIZE {Limits.MessageSize}", "8BITMIME", "SMTPUTF8", "ENHANCEDSTATUSCODES", "DSN", "CHUNKING"];
        if (_client.Tls is null && _connection.CanStartTls) lines.Add("STARTTLS");
        if (_client.Tls is not null) lines.Add("REQUIRETLS");
        if (OffersAuth && MaySendPassword && _client.User is null) lines.Add($"AUTH {string.Join(' ', SaslDialogue.Mechanisms)}");
        if (_options.Role == SmtpListenerRole.LocalUsers) lines.Add("XONCE");
        if (MayUseXclient) lines.Add("XCLIENT NAME ADDR PORT PROTO HELO LOGIN");
        return lines;
    }

    private async ValueTask<bool> StartTlsAsync()
    {
        if (_client.Tls is not null) return await Answer(ServerReplies.AlreadyTls);
        if (!_connection.CanStartTls) return await Answer(ServerReplies.NotOffered);
        if (_envelope is not null) return await Answer(ServerReplies.InTransaction);
        Send(ServerReplies.ReadyForTls);
        if (!await FlushAsync()) return false;
        using var patience = new CancellationTokenSource(_options.Timeouts.Handshake, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, _abort);
        if (!await _connection.StartTlsAsync(either.Token))
        {
            _end = SessionEnd.NoTls;
            return false;
        }
        // All that was said before is forgotten (RFC 3207, section 4.2).
        Transcript.Add(TranscriptSide.Event, $"{_connection.Tls?.Protocol} {_connection.Tls?.CipherSuite}");
        _client = _client with { Tls = _connection.Tls, HelloName = null, IsExtended = false, User = null, MayRelay = MayRelay(_client.Address, null) };
        return true;
    }

    private async ValueTask<bool> AuthenticateAsync(SmtpCommand.Authenticate command)
    {
        if (!OffersAuth) return await Answer(ServerReplies.NotOffered);
        if (_client.HelloName is null || !_client.IsExtended) return await Answer(ServerReplies.HelloFirst);
        if (_envelope is not null) return await Answer(ServerReplies.InTransaction);
        if (_client.User is not null) return await Answer(ServerReplies.AlreadyAuthenticated);
        if (!MaySendPassword) return await Answer(ServerReplies.AuthNeedsTls);
        if (!SaslDialogue.Mechanisms.Contains(command.Mechanism)) return await Answer(ServerReplies.UnknownMechanism);
        byte[]? initial = null;
        if (command.InitialResponse is { } text && !TryDecode(text, out initial)) return await Answer(ServerReplies.AuthEncoding);
        _isCancelled = false;
        SaslOutcome outcome;
        try
        {
            outcome = await new SaslDialogue(_authenticator!, AskAsync).RunAsync(command.Mechanism, initial, _abort);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or IOException))
        {
            _observer?.Failed(_client, exception);
            return await Answer(ServerReplies.AuthUnavailable);
        }
        return await ConcludeAsync(outcome);
    }

    private ValueTask<bool> ConcludeAsync(SaslOutcome outcome)
    {
        switch (outcome)
        {
            case SaslOutcome.Success success:
                _client = _client with { User = success.User, MayRelay = MayRelay(_client.Address, success.User) };
                return Answer(ServerReplies.Authenticated);
            case SaslOutcome.WrongPassword:
                return ++_passwordFailures >= Limits.PasswordFailures ? new(End(ServerReplies.TooManyPasswords, SessionEnd.Refused)) : Answer(ServerReplies.WrongPassword);
            case SaslOutcome.NoAnswer when _end != SessionEnd.None:
                return new(false);
            default:
                return Answer(_isCancelled ? ServerReplies.AuthCancelled : ServerReplies.AuthEncoding);
        }
    }

    private async ValueTask<byte[]?> AskAsync(byte[] challenge)
    {
        Output.Write(Encoding.ASCII.GetBytes($"334 {Convert.ToBase64String(challenge)}\r\n"));
        Transcript.Add(TranscriptSide.Server, $"334 {Transcript.Mask}");
        var line = await ReadLineAsync(SmtpLimits.AuthLine, _options.Timeouts.Command, static (octets, _) => new Line(null, Encoding.Latin1.GetString(octets)));
        if (line.Text is null) return null;
        Transcript.Add(TranscriptSide.Client, line.Text == "*" ? "*" : Transcript.Mask);
        _isCancelled = line.Text == "*";
        return !_isCancelled && TryDecode(line.Text, out var answer) ? answer : null;
    }

    // "=" stands for an initial response that is empty (RFC 4954, section 4).
    private static bool TryDecode(string text, out byte[]? octets)
    {
        octets = text is "" or "=" ? [] : new byte[text.Length];
        if (octets.Length == 0) return true;
        if (text.AsSpan().ContainsAny(" \t\r\n") || !Convert.TryFromBase64String(text, octets, out var length))
        {
            octets = null;
            return false;
        }
        octets = octets[..length];
        return true;
    }

    // https://www.postfix.org/XCLIENT_README.html: what a named host says replaces what the connection tells, and the session begins anew.
    private async ValueTask<bool> ProxyAsync(SmtpCommand.Proxy command)
    {
        if (!MayUseXclient) return await Answer(ServerReplies.NotOffered);
        if (_envelope is not null) return await Answer(ServerReplies.InTransaction);
        if (XclientAttributes.Apply(command.Attributes, _client) is not { } client) return await Answer(ServerReplies.ProxySyntax);
        _client = client with { MayRelay = MayRelay(client.Address, client.User) };
        return await Answer(Reply.Of(220, $"{_options.HostName} ESMTP Todoku"));
    }
}
