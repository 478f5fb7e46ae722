using Todoku.Mail;
using Todoku.Smtp.Client.Authentication;
using Todoku.Smtp.Client.Connecting;
using Todoku.Smtp.Client.Outcomes;
using Todoku.Smtp.Client.Replies;
using Todoku.Smtp.Client.Tls;
using Todoku.Smtp.Client.Wire;
using Todoku.Smtp.Transcripts;

namespace Todoku.Smtp.Client;

/// <content>The way to a session that takes messages: connection, greeting, EHLO, TLS, AUTH.</content>
public sealed partial class SmtpClientSession
{
    /// <summary>Connects to a server and gets as far as it takes messages.</summary>
    /// <param name="connector">Opens the connection.</param>
    /// <param name="endpoint">To where.</param>
    /// <param name="options">How the session behaves.</param>
    /// <param name="time">The clock of its steps.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<SmtpOpening> OpenAsync(ISmtpConnector connector, SmtpEndpoint endpoint, SmtpClientOptions options, TimeProvider time, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(connector);
        ArgumentNullException.ThrowIfNull(options);
        var connected = await connector.ConnectAsync(endpoint, options.Timeouts.Connect, ct).ConfigureAwait(false);
        if (connected is ConnectOutcome.Failed failed)
        {
            options.Transcript?.Add(TranscriptSide.Event, $"no connection ({failed.Reason}): {failed.Detail}");
            return new SmtpOpening.Failed(new SmtpAttemptOutcome.NotConnected(failed.Reason, failed.Detail));
        }
        var session = new SmtpClientSession(((ConnectOutcome.Connected)connected).Connection, options, time);
        if (await session.OpenAsync(ct).ConfigureAwait(false) is not { } outcome) return new SmtpOpening.Ready(session);
        await session.DisposeAsync().ConfigureAwait(false);
        return new SmtpOpening.Failed(outcome);
    }

    // Null when the session stands.
    private async Task<SmtpAttemptOutcome?> OpenAsync(CancellationToken ct)
    {
        await using var following = _channel.Follow(ct).ConfigureAwait(false);
        try
        {
            var outcome = await GreetAsync().ConfigureAwait(false);
            _channel.EndStep();
            if (outcome is null && _channel.HasUnreadOctets) throw new SmtpProtocolException("replies that nobody asked for");
            IsReusable = outcome is null;
            return outcome;
        }
        catch (TlsException error)
        {
            _channel.Note($"TLS failed ({error.Failure}): {error.Message}");
            return new SmtpAttemptOutcome.TlsFailed(error.Failure, error.Message, error.PeerName);
        }
        catch (Exception error) when (IsLoss(error))
        {
            Note(error);
            return new SmtpAttemptOutcome.Lost(_stage, ReasonOf(error, ct), DetailOf(error), []);
        }
    }

    private async Task<SmtpAttemptOutcome?> GreetAsync()
    {
        var tls = _options.Tls;
        if (tls is { IsImplicit: true, Requirement: not TlsRequirement.None }) await BeginTlsAsync().ConfigureAwait(false);
        _stage = SmtpStage.Banner;
        Greeting = await _channel.ReadAsync(_options.Timeouts.Greeting).ConfigureAwait(false);
        if (RefusalOf(Greeting) is { } refused) return refused;
        if (await SayHelloAsync().ConfigureAwait(false) is { } unwelcome) return unwelcome;
        if (Tls is null && tls.Requirement is not TlsRequirement.None && await StartTlsAsync().ConfigureAwait(false) is { } bare) return bare;
        if (_options.Credentials is not { } credentials) return null;
        _stage = SmtpStage.Auth;
        return await new Authenticator(_channel, _options, Capabilities).RunAsync(credentials, Tls is not null).ConfigureAwait(false);
    }

    // A server that refuses EHLO for good may know HELO (RFC 5321, section 4.1.1.1); LMTP has no older form.
    private async Task<SmtpAttemptOutcome?> SayHelloAsync()
    {
        _stage = SmtpStage.Ehlo;
        _channel.Output.Write($"{(_options.IsLmtp ? "LHLO" : "EHLO")} {_options.HelloName}\r\n");
        var reply = await _channel.AskAsync(_options.Timeouts.Hello).ConfigureAwait(false);
        if (reply.IsPositive)
        {
            Capabilities = SmtpCapabilities.Parse(reply);
            return null;
        }
        if (reply.IsPermanent && !_options.IsLmtp && Tls is null)
        {
            _channel.Output.Write($"HELO {_options.HelloName}\r\n");
            reply = await _channel.AskAsync(_options.Timeouts.Hello).ConfigureAwait(false);
        }
        return RefusalOf(reply);
    }

    private async Task<SmtpAttemptOutcome?> StartTlsAsync()
    {
        var isMandatory = _options.Tls.Requirement.IsMandatory;
        if (!Capabilities.StartTls) return isMandatory ? new SmtpAttemptOutcome.NotSent(SmtpStage.StartTls, NotSentReason.TlsNotOffered, "STARTTLS is not offered") : null;
        _stage = SmtpStage.StartTls;
        _channel.Output.Write("STARTTLS\r\n");
        var reply = await _channel.AskAsync(_options.Timeouts.StartTls).ConfigureAwait(false);
        if (!reply.IsPositive)
        {
            // RFC 3207, section 4: a server that offers and refuses may be sent mail without, where the caller wants no more than what is to be had.
            return isMandatory || reply.IsClosing || reply.IsIntermediate ? RefusalOf(reply) : null;
        }
        await BeginTlsAsync().ConfigureAwait(false);
        // What the server said in clear text is forgotten (RFC 3207, section 4.2).
        return await SayHelloAsync().ConfigureAwait(false);
    }

    private async Task BeginTlsAsync()
    {
        _stage = SmtpStage.StartTls;
        _channel.StartStep(_options.Timeouts.StartTls);
        var (stream, info) = await TlsNegotiator.BeginAsync(_channel.Stream, _options.Tls, _channel.Deadline).ConfigureAwait(false);
        _channel.Replace(stream);
        Tls = info;
        _channel.Note($"{info.Protocol} {info.Cipher} {info.Certificate} {info.PeerName}");
    }

    private SmtpAttemptOutcome.Refused? RefusalOf(ServerReply reply)
    {
        if (reply.IsIntermediate) throw new SmtpProtocolException($"a reply that the command has not: {PrintableText.Of(reply.Octets.Span)}");
        return reply.IsPositive ? null : new SmtpAttemptOutcome.Refused(_stage, reply);
    }
}
