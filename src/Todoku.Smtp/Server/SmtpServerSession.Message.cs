using System.Buffers;
using Todoku.Smtp.Data;
using Todoku.Smtp.Replies;
using Todoku.Smtp.Server.Commands;
using Todoku.Smtp.Server.Receiving;

namespace Todoku.Smtp.Server;

/// <content>DATA and BDAT. A message is answered with 250 only by what the sink's commit returned.</content>
public sealed partial class SmtpServerSession
{
    private MessageIntake? _intake;
    private DotDecoder _decoder;
    private OctetCheck _octets;
    private bool _chunksRefused;

    private async ValueTask<bool> DataAsync()
    {
        if (_intake is not null || _chunksRefused) return await Answer(ServerReplies.ChunksBegan);
        if (await OpenAsync() is { } refusal) return await Answer(refusal);
        Send(ServerReplies.SendData);
        _decoder = default;
        var patience = MessagePatience();
        while (await ReadAsync(patience, mayStop: false) is { } result)
        {
            var buffer = result.Buffer;
            var (progress, consumed) = await DecodeAsync(buffer);
            Input.AdvanceTo(buffer.GetPosition(consumed));
            if (_decoder.HasForbiddenOctet) await _intake!.RefuseAsync(ServerReplies.ForbiddenOctet);
            if (progress == DotProgress.End) return await CommitAsync();
            if (progress == DotProgress.Broken || _intake!.IsExhausting) return End(_intake!.Refusal ?? ServerReplies.ForbiddenOctet, SessionEnd.Refused);
            if (!result.IsCompleted) continue;
            _end = SessionEnd.Lost;
            return false;
        }
        return false;
    }

    private async ValueTask<(DotProgress Progress, long Consumed)> DecodeAsync(ReadOnlySequence<byte> buffer)
    {
        var total = 0L;
        var progress = DotProgress.More;
        foreach (var segment in buffer)
        {
            for (var rest = segment; !rest.IsEmpty && progress == DotProgress.More;)
            {
                progress = _decoder.Decode(rest.Span, out var run, out var consumed);
                var (start, length) = run.GetOffsetAndLength(rest.Length);
                if (length > 0) await _intake!.WriteAsync(rest.Slice(start, length), _abort);
                else _intake!.ReadOver(_decoder.HasForbiddenOctet ? consumed : 0);
                rest = rest[consumed..];
                total += consumed;
            }
        }
        return (progress, total);
    }

    private async ValueTask<bool> ChunkAsync(SmtpCommand.Chunk chunk)
    {
        // Whatever the answer is, the octets are there or under way: read as commands they would be an attack.
        if (_intake is null && (_chunksRefused ? ServerReplies.ChunkRefused : await OpenAsync()) is { } refusal)
        {
            if (!await SkipAsync(chunk.Size, refusal)) return false;
            _chunksRefused = _envelope is not null;
            return await EndChunkAsync(chunk, refusal);
        }
        if (chunk.Size > Limits.MessageSize + Limits.RefusedOctets) return End(ServerReplies.TooLarge, SessionEnd.Refused);
        if (!await ReceiveChunkAsync(chunk.Size)) return false;
        if (chunk.IsLast) _octets.End();
        if (_octets.HasForbiddenOctet) await _intake!.RefuseAsync(ServerReplies.ForbiddenOctet);
        if (_intake!.Refusal is { } reply)
        {
            await EndMessageAsync();
            _chunksRefused = true;
            return await EndChunkAsync(chunk, reply);
        }
        return chunk.IsLast ? await CommitAsync() : await Answer(ServerReplies.ChunkOk);
    }

    // After a refusal the client gives up with RSET, or with the last chunk that it has under way already.
    private async ValueTask<bool> EndChunkAsync(SmtpCommand.Chunk chunk, Reply refusal)
    {
        if (chunk.IsLast && _chunksRefused) await ResetTransactionAsync();
        return await Answer(refusal);
    }

    private async ValueTask<bool> ReceiveChunkAsync(long size)
    {
        var patience = MessagePatience();
        for (var left = size; left > 0;)
        {
            if (await ReadAsync(patience, mayStop: false) is not { } result) return false;
            var part = result.Buffer.Length > left ? result.Buffer.Slice(0, left) : result.Buffer;
            foreach (var segment in part)
            {
                _octets.Look(segment.Span);
                await _intake!.WriteAsync(segment, _abort);
            }
            left -= part.Length;
            Input.AdvanceTo(part.End);
            if (!result.IsCompleted || left == 0) continue;
            _end = SessionEnd.Lost;
            return false;
        }
        return true;
    }

    private async ValueTask<bool> SkipAsync(long size, Reply refusal)
    {
        if (size > Limits.RefusedOctets) return End(refusal, SessionEnd.Refused);
        var patience = MessagePatience();
        for (var left = size; left > 0;)
        {
            if (await ReadAsync(patience, mayStop: false) is not { } result) return false;
            var part = result.Buffer.Length > left ? result.Buffer.Slice(0, left) : result.Buffer;
            left -= part.Length;
            Input.AdvanceTo(part.End);
            if (!result.IsCompleted || left == 0) continue;
            _end = SessionEnd.Lost;
            return false;
        }
        return true;
    }

    private async ValueTask<Reply?> OpenAsync()
    {
        if (_client.HelloName is null) return ServerReplies.HelloFirst;
        if (_envelope is null) return ServerReplies.MailFirst;
        if (_envelope.Recipients.Count == 0) return ServerReplies.RecipientFirst;
        MessageOpening opening;
        try
        {
            opening = await _receiver.OpenAsync(_client, _envelope, _abort);
        }
        catch (Exception exception) when (!_abort.IsCancellationRequested)
        {
            return Failed(exception);
        }
        if (opening is not MessageOpening.Opened opened) return opening is MessageOpening.Refused refused ? Refusal(refused.Reply) : ServerReplies.LocalError;
        _octets = default;
        _intake = new MessageIntake(opened.Sink, Limits, exception => Failed(exception));
        return null;
    }

    private async ValueTask<bool> CommitAsync()
    {
        var reply = await _intake!.CommitAsync(_abort);
        await ResetTransactionAsync();
        if (reply.IsPositive)
        {
            _messages++;
            _commands = _idleCommands = _errors = 0;
        }
        return await Answer(reply);
    }

    private async ValueTask EndMessageAsync()
    {
        var intake = _intake;
        _intake = null;
        if (intake is not null) await intake.DisposeAsync();
    }

    private Patience MessagePatience() => new(_options.Timeouts.DataBlock, isWhole: false) { Whole = new Patience(_options.Timeouts.Message, isWhole: true) };
}
