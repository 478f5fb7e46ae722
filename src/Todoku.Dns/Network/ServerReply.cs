using Todoku.Dns.Wire;

namespace Todoku.Dns.Network;

/// <summary>What came of asking one server once.</summary>
/// <param name="Response">What it said; null when there is nothing that can be read.</param>
/// <param name="Failure">Why there is none.</param>
internal readonly record struct ServerReply(DnsResponse? Response, DnsFailure Failure)
{
    /// <summary>Nothing that can be read.</summary>
    public static ServerReply Of(DnsFailure failure) => new(null, failure);

    /// <summary>Reads a message that is for the question.</summary>
    public static ServerReply Of(ReadOnlySpan<byte> message, DnsQuestion question) =>
        ResponseReader.TryRead(message, question, out var response) ? new ServerReply(response, default) : Of(DnsFailure.Malformed);
}
