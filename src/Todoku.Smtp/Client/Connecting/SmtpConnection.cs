using System.Net;

namespace Todoku.Smtp.Client.Connecting;

/// <summary>An open connection.</summary>
/// <param name="Stream">Its octets; closing it closes the connection.</param>
/// <param name="Remote">The server's end, when known.</param>
/// <param name="Local">This machine's end, when known.</param>
public sealed record SmtpConnection(Stream Stream, EndPoint? Remote, EndPoint? Local);
