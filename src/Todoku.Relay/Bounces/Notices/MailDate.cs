using System.Globalization;

namespace Todoku.Relay.Bounces.Notices;

/// <summary>Writes times as mail has them (RFC 5322, section 3.3).</summary>
internal static class MailDate
{
    /// <summary>The time, in the zone that it is given in.</summary>
    public static string Of(DateTimeOffset time)
    {
        var text = time.ToString("ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture);
        return text.Remove(text.Length - 3, 1);
    }
}
