namespace Todoku.Relay.Operating.Sockets;

/// <summary>A descriptor that is not taken, and why.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Name">Its name; may be empty.</param>
/// <param name="Place">Where it listens; empty when it is no stream socket.</param>
/// <param name="Reason">Why.</param>
/// <param name="Expected">Where it should listen, for <see cref="SocketRefusalReason.OtherPlace"/>: the places of the configuration; empty when there are none.</param>
public sealed record SocketRefusal(int Number, string Name, string Place, SocketRefusalReason Reason, string Expected);
