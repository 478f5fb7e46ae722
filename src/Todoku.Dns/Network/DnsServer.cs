using System.Net;
using Todoku.Dns.Wire;

namespace Todoku.Dns.Network;

/// <summary>A resolver to be asked: over UDP, then over TCP when the answer is cut off; without EDNS when it does not know that.</summary>
internal sealed class DnsServer(IPEndPoint address)
{
    /// <summary>Address and port.</summary>
    public string Name { get; } = address.ToString();

    /// <summary>Asks once.</summary>
    /// <exception cref="OperationCanceledException">The time is over.</exception>
    public async Task<ServerReply> AskAsync(DnsQuestion question, CancellationToken ct)
    {
        var reply = await AskAsync(question, true, ct);
        return reply.Response?.Code is ResponseCode.FormatError or ResponseCode.NotImplemented ? await AskAsync(question, false, ct) : reply;
    }

    private async Task<ServerReply> AskAsync(DnsQuestion question, bool withExtension, CancellationToken ct)
    {
        var reply = await DatagramTransport.AskAsync(address, question, withExtension, ct);
        if (reply.Response is not { IsTruncated: true }) return reply;
        reply = await StreamTransport.AskAsync(address, question, withExtension, ct);
        // Over TCP there is nothing to be cut off for.
        return reply.Response is { IsTruncated: true } ? ServerReply.Of(DnsFailure.Malformed) : reply;
    }
}
