using System.Buffers;
using Todoku.Smtp.Client.Wire;

namespace Todoku.Smtp.Client.Messages;

/// <summary>Hands the octets of a message out in pieces that are encoded at once.</summary>
internal sealed class ContentReader(MessageContent content) : IDisposable
{
    /// <summary>The most octets of a piece. Encoded it is at most twice as long.</summary>
    public const int MaxPiece = 16_384;

    private readonly byte[]? _rented = content.Stream is null ? null : ArrayPool<byte>.Shared.Rent(MaxPiece);
    private ReadOnlyMemory<byte> _rest = content.Octets;

    /// <summary>The next piece; empty at the end.</summary>
    /// <exception cref="ContentException">The message can't be read.</exception>
    public ValueTask<ReadOnlyMemory<byte>> NextAsync(CancellationToken ct)
    {
        if (content.Stream is not null) return ReadAsync(content.Stream, ct);
        var piece = _rest.Length > MaxPiece ? _rest[..MaxPiece] : _rest;
        _rest = _rest[piece.Length..];
        return new ValueTask<ReadOnlyMemory<byte>>(piece);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_rented is not null) ArrayPool<byte>.Shared.Return(_rented);
    }

    private async ValueTask<ReadOnlyMemory<byte>> ReadAsync(Stream stream, CancellationToken ct)
    {
        try
        {
            return _rented.AsMemory(0, await stream.ReadAsync(_rented.AsMemory(0, MaxPiece), ct).ConfigureAwait(false));
        }
        catch (Exception error) when (error is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            // Whatever a stream of the caller's does: the server must not get a part of a message as a whole.
            throw new ContentException(error);
        }
    }
}
