using System.Net.Sockets;

namespace Todoku.Relay.Operating.Sockets;

/// <summary>A descriptor that the service manager handed over.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Name">Its name (<c>FileDescriptorName=</c>); empty when it has none.</param>
/// <param name="Socket">The socket; null when it is none for streams (TCP or Unix).</param>
public sealed record InheritedDescriptor(int Number, string Name, Socket? Socket);
