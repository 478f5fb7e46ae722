using System.Net;

namespace Todoku.Sandbox.Receiving;

/// <summary>Who has written from where to whom before (greylisting): a first attempt has to be made again after a time.</summary>
/// <param name="wait">The time.</param>
/// <param name="time">The clock.</param>
public sealed class Greylist(TimeSpan wait, TimeProvider time)
{
    private readonly BoundedBook<(IPAddress, string, string), DateTimeOffset> _first = new();

    /// <summary>Whether the three are so new to each other that they have to wait. The first call begins the time.</summary>
    public bool IsNew(IPAddress address, string sender, string recipient)
    {
        var now = time.GetUtcNow();
        return _first.Change((address, sender.ToUpperInvariant(), recipient.ToUpperInvariant()), now, first => first) + wait > now;
    }
}
