using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Todoku.Dns.Wire;

namespace Todoku.Dns.Updates;

/// <summary>Sends updates to the primary server of a zone, over TCP, signed (RFC 2136, RFC 8945).</summary>
/// <param name="timeout">How long one may take in all.</param>
/// <param name="time">The clock; servers refuse signatures of another time than theirs.</param>
public sealed class DnsUpdater(TimeSpan timeout, TimeProvider time)
{
    private const int PrefixSize = 2;
    private const int IsResponse = 0x8000;
    private const int OpcodeMask = 0x7800;
    private const int OpcodeUpdate = 5 << 11;

    /// <summary>Sends one.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<UpdateOutcome> SendAsync(IPEndPoint server, DnsUpdate update, TsigKey key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(update);
        ArgumentNullException.ThrowIfNull(key);
        using var limit = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var id = (ushort)RandomNumberGenerator.GetInt32(ushort.MaxValue + 1);
        var signature = new TransactionSignature(key);
        try
        {
            using var socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(server, either.Token);
            using var stream = new NetworkStream(socket);
            var message = signature.Sign(UpdateWriter.Write(update, id), time.GetUtcNow());
            var framed = new byte[PrefixSize + message.Length];
            BinaryPrimitives.WriteUInt16BigEndian(framed, (ushort)message.Length);
            message.CopyTo(framed, PrefixSize);
            await stream.WriteAsync(framed, either.Token);
            var prefix = new byte[PrefixSize];
            await stream.ReadExactlyAsync(prefix, either.Token);
            var answer = new byte[BinaryPrimitives.ReadUInt16BigEndian(prefix)];
            await stream.ReadExactlyAsync(answer, either.Token);
            return Judge(answer, id, signature, time.GetUtcNow());
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new UpdateOutcome.NotAnswered(DnsFailure.TimedOut);
        }
        catch (Exception error) when (error is SocketException or IOException)
        {
            return new UpdateOutcome.NotAnswered(DnsFailure.Unreachable);
        }
    }

    /// <summary>What an answer says.</summary>
    internal static UpdateOutcome Judge(ReadOnlySpan<byte> answer, ushort id, TransactionSignature signature, DateTimeOffset now)
    {
        var reader = new MessageReader(answer);
        if (!reader.TryReadUInt16(out var number) || !reader.TryReadUInt16(out var flags) || number != id || (flags & IsResponse) == 0 || (flags & OpcodeMask) != OpcodeUpdate)
            return new UpdateOutcome.NotAnswered(DnsFailure.Malformed);
        var (error, isVerified) = signature.Verify(answer, now);
        if (error != 0) return new UpdateOutcome.KeyRefused(error);
        var code = flags & 0xf;
        // A server may refuse before it looks for the key: unsigned, and worth no more than not to be taken for a yes.
        if (!isVerified) return code == 0 ? new UpdateOutcome.NotVerified() : new UpdateOutcome.Refused(code);
        return code == 0 ? new UpdateOutcome.Made() : new UpdateOutcome.Refused(code);
    }
}
