using Todoku.Smtp.Client.Tls;

namespace Todoku.Relay.Delivery.Sessions;

/// <summary>Which messages may share a connection: the same path to the same server with the same demand on TLS. Domains of one provider with different policies don't.</summary>
/// <param name="Path">The name of the path.</param>
/// <param name="Server">The server's name.</param>
/// <param name="Tls">What TLS was asked for.</param>
internal readonly record struct SessionKey(string Path, string Server, TlsRequirement Tls);
