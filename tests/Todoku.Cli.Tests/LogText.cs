namespace Todoku.Cli.Tests;

/// <summary>Writes small Postfix logs.</summary>
internal static class LogText
{
    /// <summary>Deliveries to Google of which the later ones are refused for the address's reputation.</summary>
    public static string RefusedByGoogle(int delivered = 20, int refused = 20)
    {
        var lines = new List<string>();
        var at = new DateTime(2026, 5, 16, 8, 0, 0);
        for (var i = 0; i < delivered + refused; i++)
        {
            at = at.AddMinutes(10);
            var result = i < delivered
                ? "dsn=2.0.0, status=sent (250 2.0.0 OK 1747350000 x-si123 - gsmtp)"
                : "dsn=5.7.1, status=bounced (host gmail-smtp-in.l.google.com[142.251.8.27] said: 550-5.7.1 [192.0.2.10 18] Our system has detected that this message is "
                    + "550-5.7.1 likely suspicious due to the very low reputation of the sending IP 550 5.7.1 address. x-si123 - gsmtp (in reply to end of DATA command))";
            lines.AddRange(Message(at, $"4F{i:X4}0000", $"customer{i}@gmail.com", "gmail-smtp-in.l.google.com[142.251.8.27]:25", result));
        }
        return string.Join('\n', lines) + '\n';
    }

    /// <summary>The lines of one message.</summary>
    public static IEnumerable<string> Message(DateTime at, string queueId, string recipient, string relay, string result)
    {
        var stamp = $"{at:yyyy-MM-dd'T'HH:mm:ss}.000000+09:00 web1.shop.example postfix";
        yield return $"{stamp}/pickup[100]: {queueId}: uid=48 from=<apache>";
        yield return $"{stamp}/qmgr[101]: {queueId}: from=<info@shop.example>, size=3000, nrcpt=1 (queue active)";
        yield return $"{stamp}/smtp[102]: {queueId}: to=<{recipient}>, relay={relay}, delay=1.2, delays=0.1/0/0.5/0.6, {result}";
        yield return $"{stamp}/qmgr[101]: {queueId}: removed";
    }
}
