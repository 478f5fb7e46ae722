using System.Net;
using Todoku.Dns.Wire;

namespace Todoku.Dns.Network;

/// <summary>A resolver to be asked: over UDP, then over TCP when the answer is cut off; without EDNS when it does not know that.</summary>
internal sealed class DnsServer(IPEndPoint address)
{
    // Two questions, twice each; a single one may be about a name that is slow to find out.
    private const int SilencesOfDead = 4;

    private int _silences;
    private bool _hasSpoken;

    /// <summary>Address and port.</summary>
    public string Name { get; } = address.ToString();

    /// <summary>Whether it was asked several times, and never said anything that can be read.</summary>
    public bool IsSilent => !Volatile.Read(ref _hasSpoken) && Volatile.Read(ref _silences) >= SilencesOfDead;

    /// <summary>Notes that it said something, be it that it can't or won't answer.</summary>
    public void Spoke() => Volatile.Write(ref _hasSpoken, true);

    /// <summary>Notes that it let the time go by, or sent what can't be read.</summary>
    public void SaidNothing() => Interlocked.Increment(ref _silences);

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
