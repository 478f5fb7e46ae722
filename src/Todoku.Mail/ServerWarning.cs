namespace Todoku.Mail;

/// <summary>
/// A warning, error or fatal line of the mail server about itself (a loop, a full queue, a wrong setting), or a refusal of its receiving side.
/// </summary>
public readonly ref struct ServerWarning
{
    /// <summary>When: UTC ticks.</summary>
    public required long UtcTicks { get; init; }

    /// <summary>The host; may be empty.</summary>
    public ReadOnlySpan<byte> Host { get; init; }

    /// <summary>The program (<c>smtp</c>, <c>qmgr</c>).</summary>
    public ReadOnlySpan<byte> Program { get; init; }

    /// <summary>The text, from "warning:", "error:", "fatal:", "panic:" or "NOQUEUE: reject:" on.</summary>
    public ReadOnlySpan<byte> Text { get; init; }

    /// <summary>The whole log line.</summary>
    public ReadOnlySpan<byte> Line { get; init; }
}
