using System.Net;
using System.Net.Sockets;
using Todoku.Dns;

namespace Todoku.Relay.Configuration.Checking;

/// <summary>What a check looks at the world through.</summary>
/// <param name="Dns">DNS.</param>
/// <param name="Source">The address that this machine uses towards the internet; null when it has none of the family.</param>
/// <param name="IsGlobal">Whether the internet reaches an address.</param>
/// <param name="Time">The clock.</param>
public sealed record CheckSeams(IDnsResolver Dns, Func<AddressFamily, IPAddress?> Source, Func<IPAddress, bool> IsGlobal, TimeProvider Time);
