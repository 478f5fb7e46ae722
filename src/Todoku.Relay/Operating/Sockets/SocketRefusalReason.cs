namespace Todoku.Relay.Operating.Sockets;

/// <summary>Why a descriptor of the service manager is not taken.</summary>
public enum SocketRefusalReason : byte
{
    /// <summary>Its name is none that the relay knows.</summary>
    UnknownName,

    /// <summary>It is no stream socket.</summary>
    NoStream,

    /// <summary>It listens elsewhere than the configuration says for its name.</summary>
    OtherPlace,

    /// <summary>Nothing in the configuration is at its place.</summary>
    NoDoor,

    /// <summary>Another was handed over for the same place.</summary>
    Twice,
}
