using System.Net;
using Todoku.Mail;
using Todoku.Smtp.Client.Connecting;
using Todoku.Smtp.Client.Messages;
using Todoku.Smtp.Client.Outcomes;
using Todoku.Smtp.Client.Replies;
using Todoku.Smtp.Client.Tls;
using Todoku.Smtp.Client.Wire;
using Todoku.Smtp.Transcripts;

namespace Todoku.Smtp.Client;

/// <summary>
/// One connection to one server, over which one message after the other is sent (RFC 5321; LMTP: RFC 2033). What the server or the network does is an
/// outcome with the stage it happened at, never an exception. Not for use by several threads at a time.
/// </summary>
public sealed partial class SmtpClientSession : IAsyncDisposable
{
    // After a write failed: what the server said before it closed has mostly come by then.
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(2);

    private readonly SmtpChannel _channel;
    private readonly SmtpClientOptions _options;
    private SmtpStage _stage = SmtpStage.Banner;
    private bool _needsReset;

    private SmtpClientSession(SmtpConnection connection, SmtpClientOptions options, TimeProvider time)
    {
        _channel = new SmtpChannel(connection.Stream, time, options.Transcript);
        _options = options;
        (Remote, Local) = (connection.Remote, connection.Local);
    }

    /// <summary>The server's end of the connection, when known.</summary>
    public EndPoint? Remote { get; }

    /// <summary>This machine's end of the connection, when known.</summary>
    public EndPoint? Local { get; }

    /// <summary>What the server said that it can; after STARTTLS what it said then.</summary>
    public SmtpCapabilities Capabilities { get; private set; } = SmtpCapabilities.None;

    /// <summary>The TLS of the session; null without.</summary>
    public TlsSessionInfo? Tls { get; private set; }

    /// <summary>The server's greeting.</summary>
    public ServerReply? Greeting { get; private set; }

    /// <summary>How many messages were offered over it.</summary>
    public int MessageCount { get; private set; }

    /// <summary>What was said, as the options want it kept; null when they don't.</summary>
    public Transcript? Transcript => _options.Transcript;

    /// <summary>Whether another message can be sent over it.</summary>
    public bool IsReusable { get; private set; }

    /// <summary>Sends one message.</summary>
    /// <param name="envelope">From and for whom.</param>
    /// <param name="content">The message. Bare CR and LF in it become CRLF.</param>
    /// <param name="ct">Gives up; the outcome then says how far it got.</param>
    /// <exception cref="InvalidOperationException">The session is not reusable.</exception>
    public async Task<SmtpAttemptOutcome> SendAsync(OutgoingEnvelope envelope, MessageContent content, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        ArgumentNullException.ThrowIfNull(content);
        if (!IsReusable) throw new InvalidOperationException("The session has ended.");
        Transcript?.BeginMessage();
        if (SendingRules.Against(envelope, content, Capabilities, Tls) is { } refusal) return refusal;
        var transaction = new MailTransaction(_channel, _options, Capabilities, envelope, content);
        var isFirst = MessageCount++ == 0;
        IsReusable = false;
        await using var following = _channel.Follow(ct).ConfigureAwait(false);
        try
        {
            var outcome = await transaction.RunAsync(_needsReset).ConfigureAwait(false);
            _needsReset = transaction.NeedsReset;
            _channel.Output.Release();
            _channel.EndStep();
            IsReusable = !transaction.IsClosing && _channel.IsUsable;
            return outcome;
        }
        catch (ContentException error)
        {
            await _channel.DisposeAsync().ConfigureAwait(false);
            return new SmtpAttemptOutcome.ContentFailed(error.Message);
        }
        catch (Exception error) when (IsLoss(error))
        {
            Note(error);
            var early = transaction.IsWithinMessage ? await ReadLastWordsAsync(error).ConfigureAwait(false) : null;
            var isSettled = (early is not null && transaction.SettleEarly(early)) || transaction.IsSettled;
            await _channel.DisposeAsync().ConfigureAwait(false);
            if (isSettled) return new SmtpAttemptOutcome.Answered(transaction.Stage, transaction.ResultsAtLoss);
            return new SmtpAttemptOutcome.Lost(transaction.Stage, ReasonOf(error, ct), DetailOf(error), transaction.ResultsAtLoss)
            {
                IsPossiblyDelivered = transaction.IsPossiblyDelivered,
                IsWithinMessage = transaction.IsWithinMessage,
                IsStaleConnection = !isFirst && !transaction.HasReply && error is IOException,
            };
        }
    }

    /// <summary>Takes leave and closes the connection. Its outcome is of no interest: what was answered stays answered (RFC 5321, section 4.1.1.10).</summary>
    public async Task QuitAsync(CancellationToken ct)
    {
        if (IsReusable)
        {
            IsReusable = false;
            await using var following = _channel.Follow(ct).ConfigureAwait(false);
            try
            {
                _channel.Output.Write("QUIT\r\n");
                await _channel.AskAsync(_options.Timeouts.Quit).ConfigureAwait(false);
            }
            catch (Exception error) when (IsLoss(error))
            {
                // The server had gone.
            }
        }
        await DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Closes the connection without taking leave.</summary>
    public ValueTask DisposeAsync()
    {
        IsReusable = false;
        return _channel.DisposeAsync();
    }

    // The server may have refused the message and closed while it was still being sent.
    private async Task<ServerReply?> ReadLastWordsAsync(Exception loss)
    {
        if (loss is not IOException) return null;
        try
        {
            return await _channel.ReadAsync(LastWords).ConfigureAwait(false);
        }
        catch (Exception error) when (IsLoss(error))
        {
            return null;
        }
    }

    private static bool IsLoss(Exception error) => error is IOException or SmtpProtocolException or OperationCanceledException or ObjectDisposedException;

    private LossReason ReasonOf(Exception error, CancellationToken ct) => error switch
    {
        EndOfStreamException => LossReason.Closed,
        SmtpProtocolException => LossReason.Protocol,
        _ when !_channel.Deadline.IsCancellationRequested => LossReason.Broken,
        // A read or write that is broken off may also come back as a failure of the connection.
        _ => ct.IsCancellationRequested ? LossReason.Cancelled : LossReason.TimedOut,
    };

    private void Note(Exception loss) => _channel.Note($"the session ended: {(loss is OperationCanceledException ? "no answer in time, or the relay stops" : loss.Message)}");

    private static string DetailOf(Exception error) => error is OperationCanceledException ? "" : error.Message;
}
