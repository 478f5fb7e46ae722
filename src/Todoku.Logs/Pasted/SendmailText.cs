namespace Todoku.Logs.Pasted;

/// <summary>
/// A delivery line of Sendmail, <c>QID: to=..., mailer=esmtp, relay=host. [ip], dsn=5.7.1, reply=550 5.7.1 ..., stat=Service unavailable</c>:
/// the words of the receiver stand behind <c>reply=</c> (since 8.16), <c>stat=</c> is Sendmail's own summary.
/// </summary>
internal static class SendmailText
{
    /// <summary>Finds the reply and who gave it.</summary>
    /// <returns>False when it is no such line.</returns>
    public static bool TryFind(ReadOnlySpan<byte> text, out ReadOnlySpan<byte> reply, out ReadOnlySpan<byte> relay)
    {
        reply = relay = default;
        var start = text.IndexOf(", reply="u8);
        if (start < 0 || text[..start].IndexOf("to="u8) < 0) return false;
        reply = text[(start + ", reply="u8.Length)..];
        var end = reply.LastIndexOf(", stat="u8);
        if (end >= 0) reply = reply[..end];
        var host = text[..start].IndexOf(", relay="u8);
        if (host < 0) return true;
        relay = text[(host + ", relay="u8.Length)..start];
        var stop = relay.IndexOfAny((byte)' ', (byte)',');
        if (stop >= 0) relay = relay[..stop];
        relay = relay.TrimEnd((byte)'.');
        return true;
    }
}
