using System.Net;

namespace Todoku.Sandbox.World;

/// <summary>An entry of a blocklist.</summary>
/// <param name="Network">The addresses that are listed; a single one has the full prefix.</param>
/// <param name="Code">What the list answers for them, in 127.0.0.0/8 (RFC 5782, section 2.1).</param>
public sealed record Listing(IPNetwork Network, IPAddress Code);
