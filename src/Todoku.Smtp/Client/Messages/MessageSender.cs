using Todoku.Smtp.Client.Replies;
using Todoku.Smtp.Client.Wire;
using Todoku.Smtp.Data;

namespace Todoku.Smtp.Client.Messages;

/// <summary>
/// Sends the octets of one message. The last of them go out in one write with the end of the message, so that the end waits for no acknowledgement of
/// what came before.
/// </summary>
internal sealed class MessageSender(SmtpChannel channel, SmtpClientOptions options)
{
    // A block of what is encoded. It bounds the memory of a session and what one write may take.
    private const int BlockSize = 65_536;

    // "BDAT 4294967295 LAST" CRLF
    private const int ChunkHeaderRoom = 24;

    /// <summary>Whether the write that holds the end of the message has begun: from here on the server may have it.</summary>
    public bool IsEndSent { get; private set; }

    /// <summary>Whether any octet of the message was sent.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>Sends it after DATA, with its dot at the end (RFC 5321, section 4.1.1.4).</summary>
    public async Task SendDottedAsync(MessageContent content)
    {
        HasBegun = true;
        using var reader = new ContentReader(content);
        var encoder = default(DotEncoder);
        var output = channel.Output;
        while (true)
        {
            var piece = await NextAsync(reader).ConfigureAwait(false);
            if (piece.IsEmpty) break;
            // Only when more octets are at hand: the end never stands alone.
            if (output.Count + piece.Length > BlockSize) await channel.SendAsync(output.Octets, options.Timeouts.Block).ConfigureAwait(false);
            output.Ensure(piece.Length + (piece.Length / 32) + 64);
            encoder.Encode(piece.Span, output);
        }
        encoder.Finish(output);
        IsEndSent = true;
        await channel.SendAsync(output.Octets, options.Timeouts.Block, "(message)").ConfigureAwait(false);
    }

    /// <summary>Sends it by BDAT (RFC 3030). The last chunk is not yet answered then.</summary>
    /// <returns>The reply that refused a chunk before the last; null when all were taken.</returns>
    public async Task<ServerReply?> SendChunksAsync(MessageContent content)
    {
        HasBegun = true;
        using var reader = new ContentReader(content);
        var encoder = default(LineBreakEncoder);
        var output = channel.Output;
        output.Ensure(ChunkHeaderRoom);
        output.Advance(ChunkHeaderRoom);
        while (true)
        {
            var piece = await NextAsync(reader).ConfigureAwait(false);
            if (piece.IsEmpty) break;
            if (output.Count + piece.Length > BlockSize)
            {
                await SendChunkAsync(isLast: false).ConfigureAwait(false);
                var reply = await channel.ReadAsync(options.Timeouts.Block).ConfigureAwait(false);
                if (!reply.IsPositive) return reply;
                output.Ensure(ChunkHeaderRoom);
                output.Advance(ChunkHeaderRoom);
            }
            output.Ensure(piece.Length + (piece.Length / 32) + 64);
            encoder.Encode(piece.Span, output);
        }
        encoder.Finish(output);
        IsEndSent = true;
        await SendChunkAsync(isLast: true).ConfigureAwait(false);
        return null;
    }

    // The header goes before the octets, at the end of the room that was left for it.
    private ValueTask SendChunkAsync(bool isLast)
    {
        var output = channel.Output;
        Span<char> header = stackalloc char[ChunkHeaderRoom];
        header.TryWrite($"BDAT {output.Count - ChunkHeaderRoom}{(isLast ? " LAST" : "")}\r\n", out var length);
        var start = ChunkHeaderRoom - length;
        System.Text.Encoding.ASCII.GetBytes(header[..length], output.Reserved(start, length));
        return channel.SendAsync(output.From(start), options.Timeouts.Block, $"BDAT {output.Count - ChunkHeaderRoom}{(isLast ? " LAST" : "")}");
    }

    private ValueTask<ReadOnlyMemory<byte>> NextAsync(ContentReader reader)
    {
        channel.EndStep();
        return reader.NextAsync(channel.Deadline);
    }
}
