namespace Todoku.Web.Control.Contract;

/// <summary>Which entries of the queue are meant: those for which all holds that is given here.</summary>
public sealed record QueueSelector
{
    /// <summary>Nothing given: all.</summary>
    public static QueueSelector All { get; } = new();

    /// <summary>A message (<c>1A2B3C</c>) or one recipient of it (<c>1A2B3C/2</c>).</summary>
    public string? Id { get; init; }

    /// <summary>The envelope sender: an address or a domain; <c>&lt;&gt;</c> for the null sender.</summary>
    public string? Sender { get; init; }

    /// <summary>The domain of the recipient.</summary>
    public string? Domain { get; init; }

    /// <summary>The provider's id, a domain that has a lane of its own, or a lane as a list shows it.</summary>
    public string? Provider { get; init; }

    /// <summary>What the last attempt failed for.</summary>
    public string? Cause { get; init; }

    /// <summary><c>waiting</c>, <c>sending</c>, <c>held</c>.</summary>
    public string? State { get; init; }

    /// <summary>The least age of the message in seconds.</summary>
    public long? OlderThan { get; init; }
}
