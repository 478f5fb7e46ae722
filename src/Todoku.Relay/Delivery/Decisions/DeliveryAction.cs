namespace Todoku.Relay.Delivery.Decisions;

/// <summary>What is done after an attempt.</summary>
public enum DeliveryAction : byte
{
    /// <summary>The server took it: nothing more.</summary>
    Delivered,

    /// <summary>The next server of the domain is tried at once, if there is one; else as <see cref="Retry"/>.</summary>
    NextServer,

    /// <summary>The same message is tried by the next path at once; the path it went by is suspended for the provider.</summary>
    NextPath,

    /// <summary>Tried again after the wait of its cause.</summary>
    Retry,

    /// <summary>As <see cref="Retry"/>, and the provider is sent less at a time.</summary>
    SlowDown,

    /// <summary>Given up; its sender is told.</summary>
    Bounce,
}
