using Todoku.Smtp.Data;
using Todoku.Smtp.Replies;
using Todoku.Smtp.Server.Receiving;

namespace Todoku.Smtp.Server;

/// <summary>
/// One message on its way in: hands its octets to the sink, holds its limits, and remembers the first reason against it. From then on octets are read over
/// and the sink is gone, so that a refused message can't be committed.
/// </summary>
internal sealed class MessageIntake(ISmtpMessageSink sink, SmtpServerLimits limits, Action<Exception> onFailure) : IAsyncDisposable
{
    private ISmtpMessageSink? _sink = sink;
    private ReceivedCount _received;
    private long _size;
    private long _readOver;

    /// <summary>Why the message is refused, or null.</summary>
    public Reply? Refusal { get; private set; }

    /// <summary>Whether so much was read over in vain that the connection should close.</summary>
    public bool IsExhausting => _readOver > limits.RefusedOctets;

    /// <summary>Takes the next octets.</summary>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> octets, CancellationToken ct)
    {
        if (octets.IsEmpty) return;
        _size += octets.Length;
        if (Refusal is null && _size > limits.MessageSize) await RefuseAsync(ServerReplies.TooLarge);
        _received.Look(octets.Span);
        if (Refusal is null && _received.Count > limits.ReceivedFields) await RefuseAsync(ServerReplies.MailLoop);
        if (_sink is null)
        {
            ReadOver(octets.Length);
            return;
        }
        try
        {
            await _sink.WriteAsync(octets, ct);
        }
        catch (Exception exception) when (!ct.IsCancellationRequested)
        {
            onFailure(exception);
            await RefuseAsync(ServerReplies.LocalError);
        }
    }

    /// <summary>Counts octets that never reach the sink.</summary>
    public void ReadOver(long octets) => _readOver += octets;

    /// <summary>Refuses the message; the first reason stays.</summary>
    public async ValueTask RefuseAsync(Reply reply)
    {
        Refusal ??= reply;
        await DisposeAsync();
    }

    /// <summary>Ends the message.</summary>
    /// <returns>What the sink promises, or the refusal.</returns>
    public async ValueTask<Reply> CommitAsync(CancellationToken ct)
    {
        if (Refusal is not null || _sink is null) return Refusal ?? ServerReplies.LocalError;
        try
        {
            return await _sink.CommitAsync(ct);
        }
        catch (Exception exception) when (!ct.IsCancellationRequested)
        {
            onFailure(exception);
            return ServerReplies.LocalError;
        }
    }

    public async ValueTask DisposeAsync()
    {
        var sink = _sink;
        _sink = null;
        if (sink is null) return;
        try
        {
            await sink.DisposeAsync();
        }
        catch (Exception exception)
        {
            onFailure(exception);
        }
    }
}
