using System.Net;
using Todoku.Relay.Intake;

namespace Todoku.Relay.Policy.ReturnPaths;

/// <summary>Who handed a message in, as a rule names them: an entry that is an address or a network holds clients, any other is a name.</summary>
internal sealed class SubmitterList
{
    private readonly List<IPNetwork> _networks = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public SubmitterList(IReadOnlyList<string> entries)
    {
        foreach (var entry in entries)
        {
            if (IPAddress.TryParse(entry, out var address)) _networks.Add(new IPNetwork(address, address.GetAddressBytes().Length * 8));
            else if (IPNetwork.TryParse(entry, out var network)) _networks.Add(network);
            else _names.Add(entry);
        }
    }

    /// <summary>Whether one of them handed it in; anyone did when nobody is named.</summary>
    public bool Holds(Submission submission)
    {
        if (_networks.Count == 0 && _names.Count == 0) return true;
        if (_names.Contains(submission.Submitter)) return true;
        if (submission.ClientAddress is not { } client) return false;
        if (client.IsIPv4MappedToIPv6) client = client.MapToIPv4();
        foreach (var network in _networks)
        {
            if (network.Contains(client)) return true;
        }
        return false;
    }
}
