using System.Net;
using Todoku.Smtp.Replies;

namespace Todoku.Smtp.Server.Hosting;

/// <summary>Counts sessions, in all and by who has them.</summary>
internal sealed class ConnectionCounts(SmtpHostLimits limits)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Peer, int> _byPeer = [];
    private int _all;

    /// <summary>Takes a place for a connection.</summary>
    /// <returns>Null, or why there is none.</returns>
    public Reply? TryEnter(Peer key)
    {
        var most = IPAddress.IsLoopback(key.Address) ? limits.ConnectionsFromLoopback : limits.ConnectionsPerAddress;
        lock (_lock)
        {
            if (_all >= limits.Connections) return ServerReplies.TooManyConnections;
            var count = _byPeer.GetValueOrDefault(key);
            if (count >= most) return ServerReplies.TooManyFromAddress;
            _byPeer[key] = count + 1;
            _all++;
            return null;
        }
    }

    /// <summary>Gives the place back.</summary>
    public void Leave(Peer key)
    {
        lock (_lock)
        {
            _all--;
            if (_byPeer[key] == 1) _byPeer.Remove(key);
            else _byPeer[key]--;
        }
    }
}
