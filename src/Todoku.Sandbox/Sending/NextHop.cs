using System.Net;

namespace Todoku.Sandbox.Sending;

/// <summary>Where a server hands its mail on to.</summary>
/// <param name="Host">Its name.</param>
/// <param name="EndPoint">Where it listens.</param>
public sealed record NextHop(string Host, IPEndPoint EndPoint);
