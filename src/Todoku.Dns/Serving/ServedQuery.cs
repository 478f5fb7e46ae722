namespace Todoku.Dns.Serving;

/// <summary>A question as it came to a server.</summary>
/// <param name="Id">The number of the message.</param>
/// <param name="Question">What is asked; null when it can't be read or answered.</param>
/// <param name="Refusal">Why not, when <paramref name="Question"/> is null.</param>
/// <param name="WantsRecursion">Whether the client asks for others to be asked too (RD).</param>
/// <param name="Room">The octets that a datagram with the answer may have; null when the client does not know EDNS: 512 then.</param>
internal readonly record struct ServedQuery(ushort Id, DnsQuestion? Question, ServedCode Refusal, bool WantsRecursion, int? Room);
