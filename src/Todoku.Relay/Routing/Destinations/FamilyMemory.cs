using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Todoku.Smtp.Client.Connecting;

namespace Todoku.Relay.Routing.Destinations;

/// <summary>
/// Remembers which addresses and which family of addresses failed to connect lately, and puts them last. Nothing is left out: what failed may be all there is.
/// <list type="bullet">
/// <item>An address that failed goes behind the other addresses of its server, for <see cref="AddressPause"/> after its last failure.</item>
/// <item>A family goes last when <see cref="FamilyFailures"/> different addresses of it failed with no success of the family between, for
/// <see cref="FamilyPause"/> after the last failure: a machine without a way out by IPv6 does not try it first with every message. One server that is down says
/// nothing of a family.</item>
/// <item>A connection that stands clears both; one that was refused says that the family works.</item>
/// </list>
/// </summary>
/// <param name="time">The clock.</param>
public sealed class FamilyMemory(TimeProvider time)
{
    /// <summary>Different addresses that must fail before their family is in doubt.</summary>
    public const int FamilyFailures = 3;

    // Enough for what fails at a time; with more, the oldest are forgotten.
    private const int MaxAddresses = 10_000;

    private readonly ConcurrentDictionary<IPAddress, long> _failed = new();
    private readonly Family _four = new();
    private readonly Family _six = new();

    /// <summary>How long an address goes last.</summary>
    public static TimeSpan AddressPause { get; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a family goes last.</summary>
    public static TimeSpan FamilyPause { get; } = TimeSpan.FromMinutes(15);

    /// <summary>Learns that a connection stood, or did not. Costs next to nothing as long as all is well.</summary>
    /// <param name="address">Whereto.</param>
    /// <param name="failure">Why it did not; null when it did.</param>
    public void Report(IPAddress address, ConnectFailure? failure)
    {
        ArgumentNullException.ThrowIfNull(address);
        switch (failure)
        {
            case null:
                if (!_failed.IsEmpty) _failed.TryRemove(address, out _);
                FamilyOf(address).Succeeded();
                break;
            // Somebody answered: the way there is open.
            case ConnectFailure.Refused:
                Remember(address);
                FamilyOf(address).Succeeded();
                break;
            case ConnectFailure.TimedOut or ConnectFailure.Unreachable or ConnectFailure.Other:
                FamilyOf(address).Failed(address, Remember(address));
                break;
            default:
                // This machine's own trouble.
                break;
        }
    }

    /// <summary>Puts the addresses of one server in the order to try them. Stable: what is equally good stays in its order.</summary>
    public void Order(IPAddress[] addresses)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        if (addresses.Length < 2 || (_failed.IsEmpty && !_four.IsInDoubt && !_six.IsInDoubt)) return;
        var now = time.GetTimestamp();
        var ordered = addresses.OrderBy(address => Rank(address, now)).ToArray();
        ordered.CopyTo(addresses, 0);
    }

    private int Rank(IPAddress address, long now) =>
        (FamilyOf(address).IsDown(now, time) ? 2 : 0) + (_failed.TryGetValue(address, out var at) && time.GetElapsedTime(at, now) < AddressPause ? 1 : 0);

    private Family FamilyOf(IPAddress address) => address.AddressFamily == AddressFamily.InterNetworkV6 ? _six : _four;

    private long Remember(IPAddress address)
    {
        var now = time.GetTimestamp();
        if (_failed.Count >= MaxAddresses) Forget(now);
        return _failed[address] = now;
    }

    private void Forget(long now)
    {
        foreach (var (address, at) in _failed)
            if (time.GetElapsedTime(at, now) >= AddressPause) _failed.TryRemove(address, out _);
        if (_failed.Count >= MaxAddresses) _failed.Clear();
    }

    private sealed class Family
    {
        private readonly Lock _gate = new();
        private readonly HashSet<IPAddress> _addresses = [];
        private long _last;
        private volatile bool _isInDoubt;

        public bool IsInDoubt => _isInDoubt;

        public void Succeeded()
        {
            if (!_isInDoubt) return;
            lock (_gate)
            {
                _addresses.Clear();
                _isInDoubt = false;
            }
        }

        public void Failed(IPAddress address, long now)
        {
            lock (_gate)
            {
                if (_addresses.Count < FamilyFailures) _addresses.Add(address);
                _last = now;
                _isInDoubt = true;
            }
        }

        public bool IsDown(long now, TimeProvider time)
        {
            if (!_isInDoubt) return false;
            lock (_gate)
            {
                if (time.GetElapsedTime(_last, now) < FamilyPause) return _addresses.Count == FamilyFailures;
                // What failed long ago counts no more.
                _addresses.Clear();
                _isInDoubt = false;
                return false;
            }
        }
    }
}
