using System.Net;

namespace Todoku.Authentication.Spf;

/// <summary>A name that a term looked up.</summary>
/// <param name="Name">The name.</param>
/// <param name="Addresses">What it has of the client's kind; empty when nothing.</param>
public sealed record SpfHost(string Name, IReadOnlyList<IPAddress> Addresses);
