using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Todoku.Dns.Wire;

namespace Todoku.Dns.Network;

/// <summary>
/// Asks over UDP. Every question has a socket of its own, so that an answer can only be forged by one who guesses port and number; and a
/// connected one, so that only the server asked is heard and "nobody listens there" is told at once (RFC 5452, section 9).
/// </summary>
internal static class DatagramTransport
{
    // Servers that don't know EDNS send up to 512, careless ones more than we asked for.
    private const int BufferSize = 4096;

    /// <summary>Asks.</summary>
    /// <exception cref="OperationCanceledException">The time is over.</exception>
    public static async Task<ServerReply> AskAsync(IPEndPoint server, DnsQuestion question, bool withExtension, CancellationToken ct)
    {
        var strays = 0;
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            using var socket = new Socket(server.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
            await socket.ConnectAsync(server, ct);
            var id = (ushort)RandomNumberGenerator.GetInt32(ushort.MaxValue + 1);
            await socket.SendAsync(buffer.AsMemory(0, QuestionWriter.Write(buffer, id, question, withExtension)), ct);
            while (strays <= DnsLimits.StrayDatagrams)
            {
                var length = await socket.ReceiveAsync(buffer.AsMemory(0, BufferSize), ct);
                if (ResponseReader.IsFor(buffer.AsSpan(0, length), id, question)) return ServerReply.Of(buffer.AsSpan(0, length), question);
                strays++;
            }
            return ServerReply.Of(DnsFailure.Malformed);
        }
        catch (OperationCanceledException) when (strays > 0)
        {
            return ServerReply.Of(DnsFailure.Malformed);
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
}
