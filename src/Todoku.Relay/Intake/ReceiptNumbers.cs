namespace Todoku.Relay.Intake;

/// <summary>Names for messages while they come in, before the queue gives them a number; Received fields and the log of arrivals say them.</summary>
/// <param name="start">When the relay started: names are not used again by the next start.</param>
public sealed class ReceiptNumbers(DateTimeOffset start)
{
    private const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";

    private long _last = start.ToUnixTimeMilliseconds() << 16;

    /// <summary>The next name: 13 lower-case letters and digits.</summary>
    public string Next() => string.Create(13, Interlocked.Increment(ref _last), static (text, number) =>
    {
        for (var at = text.Length - 1; at >= 0; at--, number >>= 5) text[at] = Digits[(int)(number & 31)];
    });
}
