using System.Net;
using System.Net.Sockets;
using Todoku.Relay.Configuration;

namespace Todoku.Relay.Operating.Sockets;

/// <summary>Which socket of the service manager is for which door of the relay.</summary>
/// <remarks>
/// <code>
/// its name                                     the door
/// smtp                                         a [[listen]] of the same address
/// http, metrics                                [http], [metrics]: the same address
/// sendmail, control                            [sendmail], [control]: the same path
/// none, "unknown", the name of the unit        any of these that is at its place
/// another                                      refused
/// </code>
/// A socket that no door of the configuration is at is refused, not closed in silence: clients would wait in its queue for ever.
/// </remarks>
public sealed class SocketAssignment
{
    private const string Smtp = "smtp";
    private const string UnitEnding = ".socket";

    private readonly List<Socket> _smtp = [];
    private readonly Dictionary<string, Socket> _others = new(StringComparer.Ordinal);
    private readonly List<SocketRefusal> _refusals = [];

    private SocketAssignment()
    {
    }

    /// <summary>The names that descriptors may have.</summary>
    public static IReadOnlyList<string> Names { get; } = [Smtp, "http", "metrics", "sendmail", "control"];

    /// <summary>Those of <c>[[listen]]</c>.</summary>
    public IReadOnlyList<Socket> Listeners => _smtp;

    /// <summary>That of <c>[http]</c>; null when it was not handed over. So are the others.</summary>
    public Socket? Http => _others.GetValueOrDefault("http");

    /// <summary>That of <c>[metrics]</c>.</summary>
    public Socket? Metrics => _others.GetValueOrDefault("metrics");

    /// <summary>That of <c>[sendmail]</c>.</summary>
    public Socket? Sendmail => _others.GetValueOrDefault("sendmail");

    /// <summary>That of <c>[control]</c>.</summary>
    public Socket? Control => _others.GetValueOrDefault("control");

    /// <summary>What was handed over and is not taken. The relay must not start with any.</summary>
    public IReadOnlyList<SocketRefusal> Refusals => _refusals;

    /// <summary>Assigns what was handed over.</summary>
    public static SocketAssignment Of(RelayConfiguration configuration, IReadOnlyList<InheritedDescriptor> descriptors)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(descriptors);
        var doors = DoorsOf(configuration);
        var assignment = new SocketAssignment();
        foreach (var descriptor in descriptors) assignment.Assign(descriptor, doors);
        return assignment;
    }

    private void Assign(InheritedDescriptor descriptor, IReadOnlyList<(string Name, EndPoint Place)> doors)
    {
        if (descriptor.Socket is not { LocalEndPoint: { } place } socket)
        {
            Refuse(descriptor, SocketRefusalReason.NoStream);
            return;
        }
        var isAny = IsUnnamed(descriptor.Name);
        if (!isAny && !Names.Contains(descriptor.Name))
        {
            Refuse(descriptor, SocketRefusalReason.UnknownName, string.Join(", ", Names));
            return;
        }
        var door = doors.FirstOrDefault(one => (isAny || one.Name == descriptor.Name) && IsSame(one.Place, place)).Name;
        if (door is null)
        {
            var places = string.Join(", ", doors.Where(one => one.Name == descriptor.Name).Select(one => PlaceOf(one.Place)));
            Refuse(descriptor, isAny || places.Length == 0 ? SocketRefusalReason.NoDoor : SocketRefusalReason.OtherPlace, places);
        }
        else if (door == Smtp && !_smtp.Exists(other => IsSame(other.LocalEndPoint!, place)))
        {
            _smtp.Add(socket);
        }
        else if (door == Smtp || !_others.TryAdd(door, socket))
        {
            Refuse(descriptor, SocketRefusalReason.Twice);
        }
    }

    private void Refuse(InheritedDescriptor descriptor, SocketRefusalReason reason, string expected = "") =>
        _refusals.Add(new SocketRefusal(descriptor.Number, descriptor.Name, descriptor.Socket?.LocalEndPoint is { } place ? PlaceOf(place) : "", reason, expected));

    // A descriptor without FileDescriptorName= has the name of its unit.
    private static bool IsUnnamed(string name) => name is "" or "unknown" || name.EndsWith(UnitEnding, StringComparison.Ordinal);

    private static List<(string Name, EndPoint Place)> DoorsOf(RelayConfiguration configuration)
    {
        var doors = configuration.Listeners.Select(listener => (Smtp, (EndPoint)listener.EndPoint)).ToList();
        if (configuration.Http is { } http) doors.Add(("http", http.EndPoint));
        if (configuration.Metrics is { } metrics) doors.Add(("metrics", metrics));
        if (configuration.Sendmail is { } sendmail) doors.Add(("sendmail", new UnixDomainSocketEndPoint(sendmail.Socket)));
        doors.Add(("control", new UnixDomainSocketEndPoint(configuration.ControlSocket)));
        return doors;
    }

    private static bool IsSame(EndPoint one, EndPoint other) => one is UnixDomainSocketEndPoint && other is UnixDomainSocketEndPoint ? PlaceOf(one) == PlaceOf(other) : one.Equals(other);

    private static string PlaceOf(EndPoint place) => place.ToString() ?? "";
}
