using System.Net;
using System.Net.Sockets;
using Todoku.Knowledge.Blocklists;

namespace Todoku.Diagnosis.Checks.Blocklists;

/// <summary>Which zones concern an address.</summary>
internal static class BlocklistScopes
{
    public static BlocklistScope Of(IPAddress address) => address.AddressFamily == AddressFamily.InterNetwork ? BlocklistScope.Ip4 : BlocklistScope.Ip6;
}
