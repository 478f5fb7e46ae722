using Todoku.Relay.Routing.Paths;
using Todoku.Smtp.Client.Tls;

namespace Todoku.Relay.Delivery.Sessions;

/// <summary>Which messages may share a connection: the same path to the same server with the same demand on TLS. Domains of one provider with different policies don't.</summary>
/// <param name="Path">The path as it was configured when the connection was made: one that is configured anew has none yet.</param>
/// <param name="Server">The server's name.</param>
/// <param name="Tls">What TLS was asked for.</param>
internal readonly record struct SessionKey(RelayPath Path, string Server, TlsRequirement Tls);
