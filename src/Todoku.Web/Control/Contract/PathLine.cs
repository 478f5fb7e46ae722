namespace Todoku.Web.Control.Contract;

/// <summary>How one path stands with one provider.</summary>
/// <param name="Provider">The provider's id, or a domain; <c>*</c> for all.</param>
/// <param name="Path">The name of the path.</param>
/// <param name="State"><c>open</c>, <c>suspended</c>, <c>probing</c>, <c>opening</c>.</param>
public sealed record PathLine(string Provider, string Path, string State)
{
    /// <summary>Since when it is not open.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>When the next message tests it; while it opens, when it began to.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>What the last refusal means.</summary>
    public string? Cause { get; init; }

    /// <summary>Where in the dialogue.</summary>
    public string? Stage { get; init; }

    /// <summary>The words of the last refusal.</summary>
    public string? Reply { get; init; }

    /// <summary>The entry that met with it.</summary>
    public string? Entry { get; init; }

    /// <summary>How often it was refused.</summary>
    public int Failures { get; init; }

    /// <summary>Messages that it carried today (UTC).</summary>
    public int Today { get; init; }

    /// <summary>Of them those whose own path was refused.</summary>
    public int ReroutedToday { get; init; }

    /// <summary>Messages that its warm-up allows today; null when it does not warm up.</summary>
    public int? AllowedToday { get; init; }
}
