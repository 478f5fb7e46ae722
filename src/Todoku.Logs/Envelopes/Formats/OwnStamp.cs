namespace Todoku.Logs.Envelopes.Formats;

/// <summary>
/// Tells whether a text taken out of its wrapping is a log line by itself. Its own stamp is then preferred to the wrapping's, so
/// that the same line in a file and in a container's log is the same.
/// </summary>
internal static class OwnStamp
{
    /// <summary>Whether the text begins with a time stamp, a syslog priority or another wrapping.</summary>
    public static bool At(ReadOnlySpan<byte> text)
    {
        if (text.Length < 16) return false;
        return text[0] switch
        {
            (byte)'<' => SyslogPriority.LengthAt(text) > 0 && At(text[SyslogPriority.LengthAt(text)..]),
            >= (byte)'0' and <= (byte)'9' => StampReader.TryRead(text, out _, out _) || SpacedIsoTime.StandsAt(text),
            >= (byte)'A' and <= (byte)'Z' => StampReader.TryRead(text, out _, out _) || YearInDate.StandsAt(text) || ShortFull.StandsAt(text),
            _ => false,
        };
    }
}
