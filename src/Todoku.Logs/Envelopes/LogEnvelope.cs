namespace Todoku.Logs.Envelopes;

/// <summary>What stands before the text of a log line.</summary>
public readonly ref struct LogEnvelope
{
    /// <summary>The time stamp.</summary>
    public required LogTime Time { get; init; }

    /// <summary>The host as logged; empty when there is none or it is <c>-</c>.</summary>
    public ReadOnlySpan<byte> Host { get; init; }

    /// <summary>The program's tag without pid and colon: <c>postfix/smtp</c>.</summary>
    public ReadOnlySpan<byte> Program { get; init; }

    /// <summary>The text after the tag.</summary>
    public ReadOnlySpan<byte> Text { get; init; }
}
