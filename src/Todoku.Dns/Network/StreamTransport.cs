using System.Buffers;
using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Todoku.Dns.Wire;

namespace Todoku.Dns.Network;

/// <summary>Asks over TCP, for answers that no datagram holds (RFC 7766). One question for each connection.</summary>
internal static class StreamTransport
{
    private const int PrefixSize = 2;

    /// <summary>Asks.</summary>
    /// <exception cref="OperationCanceledException">The time is over.</exception>
    public static async Task<ServerReply> AskAsync(IPEndPoint server, DnsQuestion question, bool withExtension, CancellationToken ct)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(PrefixSize + DnsLimits.MessageSize);
        try
        {
            using var socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(server, ct);
            var id = (ushort)RandomNumberGenerator.GetInt32(ushort.MaxValue + 1);
            var length = QuestionWriter.Write(buffer.AsSpan(PrefixSize), id, question, withExtension);
            BinaryPrimitives.WriteUInt16BigEndian(buffer, (ushort)length);
            await SendAllAsync(socket, buffer.AsMemory(0, PrefixSize + length), ct);
            if (!await ReceiveAllAsync(socket, buffer.AsMemory(0, PrefixSize), ct)) return ServerReply.Of(DnsFailure.Malformed);
            var message = buffer.AsMemory(0, BinaryPrimitives.ReadUInt16BigEndian(buffer));
            if (!await ReceiveAllAsync(socket, message, ct)) return ServerReply.Of(DnsFailure.Malformed);
            return ResponseReader.IsFor(message.Span, id, question) ? ServerReply.Of(message.Span, question) : ServerReply.Of(DnsFailure.Malformed);
        }
        catch (SocketException)
        {
            return ServerReply.Of(DnsFailure.Unreachable);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async Task SendAllAsync(Socket socket, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        while (!bytes.IsEmpty) bytes = bytes[await socket.SendAsync(bytes, ct)..];
    }

    // False when the server closes before all has come.
    private static async Task<bool> ReceiveAllAsync(Socket socket, Memory<byte> bytes, CancellationToken ct)
    {
        while (!bytes.IsEmpty)
        {
            var received = await socket.ReceiveAsync(bytes, ct);
            if (received == 0) return false;
            bytes = bytes[received..];
        }
        return true;
    }
}
