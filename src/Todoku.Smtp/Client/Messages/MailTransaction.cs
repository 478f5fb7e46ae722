using Todoku.Mail;
using Todoku.Smtp.Client.Outcomes;
using Todoku.Smtp.Client.Replies;
using Todoku.Smtp.Client.Wire;

namespace Todoku.Smtp.Client.Messages;

/// <summary>
/// One mail transaction (RFC 5321, section 3.3). With PIPELINING the envelope and DATA go out in one write (RFC 2920), else command by command.
/// Any 421 settles what is open and ends the session.
/// </summary>
internal sealed class MailTransaction
{
    // So many commands are sent before their replies are read: neither side's buffers can fill up and block the other (RFC 2920, section 3.1).
    private const int MaxBatch = 100;

    private readonly SmtpChannel _channel;
    private readonly SmtpClientOptions _options;
    private readonly SmtpCapabilities _capabilities;
    private readonly OutgoingEnvelope _envelope;
    private readonly MessageContent _content;
    private readonly RecipientLedger _ledger;
    private readonly MessageSender _sender;
    private readonly bool _isPipelined;
    private readonly bool _isChunked;

    public MailTransaction(SmtpChannel channel, SmtpClientOptions options, SmtpCapabilities capabilities, OutgoingEnvelope envelope, MessageContent content)
    {
        (_channel, _options, _capabilities, _envelope, _content) = (channel, options, capabilities, envelope, content);
        _ledger = new RecipientLedger(envelope.Recipients);
        _sender = new MessageSender(channel, options);
        _isPipelined = options.UsePipelining && capabilities.Pipelining;
        _isChunked = options.UseChunking && capabilities.Chunking;
    }

    /// <summary>Where the dialogue is.</summary>
    public SmtpStage Stage { get; private set; } = SmtpStage.MailFrom;

    /// <summary>Whether the server answered anything.</summary>
    public bool HasReply { get; private set; }

    /// <summary>Whether the server closes the connection.</summary>
    public bool IsClosing { get; private set; }

    /// <summary>Whether the server has to forget an envelope before the next (RSET).</summary>
    public bool NeedsReset { get; private set; }

    /// <summary>Whether every recipient has its answer.</summary>
    public bool IsSettled => !_ledger.HasOpen;

    /// <summary>Whether octets of the message were sent, and not its end.</summary>
    public bool IsWithinMessage => _sender.HasBegun && !_sender.IsEndSent;

    /// <summary>Whether the server may have the message without having said so.</summary>
    public bool IsPossiblyDelivered => _sender.IsEndSent && _ledger.HasOpen;

    /// <summary>What is known of the recipients when the connection is lost now.</summary>
    public IReadOnlyList<RecipientResult> ResultsAtLoss => _ledger.Results(_sender.IsEndSent ? RecipientStatus.PossiblyDelivered : RecipientStatus.Unanswered, Stage);

    /// <summary>Runs it to its end.</summary>
    /// <param name="resetFirst">Whether an envelope before it has to be forgotten.</param>
    public async Task<SmtpAttemptOutcome> RunAsync(bool resetFirst)
    {
        var data = await OfferEnvelopeAsync(resetFirst).ConfigureAwait(false);
        if (!IsClosing)
        {
            if (!_ledger.HasOpen) await AbandonAsync(data).ConfigureAwait(false);
            else if (_isChunked) await SendChunkedAsync().ConfigureAwait(false);
            else await SendDottedAsync(data).ConfigureAwait(false);
        }
        return new SmtpAttemptOutcome.Answered(Stage, _ledger.Results(RecipientStatus.Unanswered, Stage));
    }

    /// <summary>Settles what is open with a reply that came while the message was still being sent; false when it says nothing of use.</summary>
    public bool SettleEarly(ServerReply reply)
    {
        if (reply.Code < 400) return false;
        IsClosing = true;
        Stage = SmtpStage.EndOfData;
        _ledger.SettleRest(Stage, reply);
        return true;
    }

    // The reply to DATA when it went out with the envelope.
    private async Task<ServerReply?> OfferEnvelopeAsync(bool resetFirst)
    {
        if (resetFirst)
        {
            _channel.Output.Write("RSET\r\n");
            if (!_isPipelined)
            {
                await _channel.FlushAsync(_options.Timeouts.MailFrom).ConfigureAwait(false);
                if (!await ReadResetAsync().ConfigureAwait(false)) return null;
                resetFirst = false;
            }
        }
        CommandWriter.WriteMail(_channel.Output, _envelope, _content, _capabilities);
        if (!_isPipelined)
        {
            await _channel.FlushAsync(_options.Timeouts.MailFrom).ConfigureAwait(false);
            if (!await ReadMailAsync().ConfigureAwait(false)) return null;
        }
        var count = _envelope.Recipients.Count;
        var step = _isPipelined ? MaxBatch : 1;
        for (var start = 0; start < count; start += step)
        {
            var end = Math.Min(start + step, count);
            for (var i = start; i < end; i++) CommandWriter.WriteRcpt(_channel.Output, _envelope.Recipients[i], _capabilities);
            var withData = _isPipelined && !_isChunked && end == count;
            if (withData) _channel.Output.Write("DATA\r\n");
            await _channel.FlushAsync(_options.Timeouts.RcptTo).ConfigureAwait(false);
            var isTaken = true;
            if (_isPipelined && start == 0)
            {
                if (resetFirst && !await ReadResetAsync().ConfigureAwait(false)) return null;
                isTaken = await ReadMailAsync().ConfigureAwait(false);
                if (IsClosing) return null;
            }
            if (!await ReadRecipientsAsync(start, end, isTaken).ConfigureAwait(false)) return null;
            if (withData) return await ReadDataAsync(isTaken).ConfigureAwait(false);
            if (!isTaken) return null;
        }
        return null;
    }

    private async Task<bool> ReadResetAsync()
    {
        var reply = await ReadAsync(_options.Timeouts.MailFrom).ConfigureAwait(false);
        if (reply.IsPositive) return true;
        if (!reply.IsClosing) throw new SmtpProtocolException($"RSET was refused: {PrintableText.Of(reply.Octets.Span)}");
        return Close(reply);
    }

    private async Task<bool> ReadMailAsync()
    {
        var reply = await ReadAsync(_options.Timeouts.MailFrom).ConfigureAwait(false);
        if (reply.IsPositive)
        {
            NeedsReset = true;
            Stage = SmtpStage.RcptTo;
            return true;
        }
        _ledger.SettleRest(SmtpStage.MailFrom, Refusal(reply));
        IsClosing = reply.IsClosing;
        return false;
    }

    // False when the server closes. Replies to RCPT that follow a refused MAIL say nothing.
    private async Task<bool> ReadRecipientsAsync(int start, int end, bool isTaken)
    {
        for (var i = start; i < end; i++)
        {
            var reply = await ReadAsync(_options.Timeouts.RcptTo).ConfigureAwait(false);
            if (reply.IsClosing) return Close(reply);
            if (isTaken && !reply.IsPositive) _ledger.Settle(i, SmtpStage.RcptTo, Refusal(reply));
        }
        return true;
    }

    private async Task<ServerReply?> ReadDataAsync(bool isTaken)
    {
        if (isTaken && _ledger.HasOpen) Stage = SmtpStage.Data;
        var reply = await ReadAsync(_options.Timeouts.Data).ConfigureAwait(false);
        if (!reply.IsClosing) return reply;
        Close(reply);
        return null;
    }

    // Nobody is to have the message. A server that said "go on" all the same gets an empty one, which has no recipient (RFC 2920, section 3.1).
    private async Task AbandonAsync(ServerReply? data)
    {
        if (data?.Code != 354) return;
        _channel.Output.Write(".\r\n");
        await _channel.FlushAsync(_options.Timeouts.Block).ConfigureAwait(false);
        var reply = await ReadAsync(_options.Timeouts.EndOfData).ConfigureAwait(false);
        IsClosing = reply.IsClosing;
    }

    private async Task SendDottedAsync(ServerReply? data)
    {
        Stage = SmtpStage.Data;
        if (data is null)
        {
            _channel.Output.Write("DATA\r\n");
            await _channel.FlushAsync(_options.Timeouts.Data).ConfigureAwait(false);
            data = await ReadAsync(_options.Timeouts.Data).ConfigureAwait(false);
        }
        if (data.IsClosing || data.Code >= 400)
        {
            _ledger.SettleRest(SmtpStage.Data, data);
            IsClosing = data.IsClosing;
            return;
        }
        if (data.Code != 354) throw new SmtpProtocolException($"a reply that DATA has not: {PrintableText.Of(data.Octets.Span)}");
        Stage = SmtpStage.EndOfData;
        await _sender.SendDottedAsync(_content).ConfigureAwait(false);
        await ReadEndAsync().ConfigureAwait(false);
    }

    private async Task SendChunkedAsync()
    {
        Stage = SmtpStage.Data;
        if (await _sender.SendChunksAsync(_content).ConfigureAwait(false) is { } refusal)
        {
            _ledger.SettleRest(SmtpStage.Data, Refusal(refusal));
            IsClosing = refusal.IsClosing;
            return;
        }
        Stage = SmtpStage.EndOfData;
        await ReadEndAsync().ConfigureAwait(false);
    }

    // LMTP answers once for each recipient that it took, in their order (RFC 2033, section 4.2).
    private async Task ReadEndAsync()
    {
        if (!_options.IsLmtp)
        {
            var reply = await ReadAsync(_options.Timeouts.EndOfData).ConfigureAwait(false);
            _ledger.SettleRest(SmtpStage.EndOfData, Refusal(reply));
            IsClosing = reply.IsClosing;
            NeedsReset = _isChunked && !reply.IsPositive;
            return;
        }
        foreach (var recipient in _ledger.Open.ToArray())
        {
            var reply = await ReadAsync(_options.Timeouts.EndOfData).ConfigureAwait(false);
            if (reply.IsClosing)
            {
                Close(reply);
                return;
            }
            _ledger.Settle(recipient, SmtpStage.EndOfData, Refusal(reply));
        }
        NeedsReset = _isChunked;
    }

    private bool Close(ServerReply reply)
    {
        IsClosing = true;
        _ledger.SettleRest(Stage, reply);
        return false;
    }

    private async ValueTask<ServerReply> ReadAsync(TimeSpan limit)
    {
        var reply = await _channel.ReadAsync(limit).ConfigureAwait(false);
        HasReply = true;
        return reply;
    }

    // 3yz settles nothing outside DATA and AUTH.
    private static ServerReply Refusal(ServerReply reply) =>
        reply.IsIntermediate ? throw new SmtpProtocolException($"a reply that the command has not: {PrintableText.Of(reply.Octets.Span)}") : reply;
}
