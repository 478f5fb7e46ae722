using System.Buffers;
using System.Text;
using Todoku.Mail.Messages.Notices;
using Todoku.Relay.Bounces.ReturnPaths;
using Todoku.Relay.Queue;

namespace Todoku.Relay.Bounces.Incoming;

/// <summary>
/// Finds out whose message a complaint is about. Providers hide the recipient in various ways, but leave the return path somewhere: in Original-Mail-From, in the
/// Return-Path of the message, in its Received-SPF or Authentication-Results. Its code says that it is genuine, wherever it stands.
/// </summary>
internal static class ComplaintReader
{
    private const int MaxReturned = 128 << 10;
    private const int MaxAddresses = 200;

    private static readonly SearchValues<char> LocalPart = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+-");

    /// <summary>The entry of the first return path of ours; null when there is none.</summary>
    public static EntryId? FindEntry(MessageNotice notice, ReturnPathMaker paths)
    {
        foreach (var (name, value) in notice.Facts)
            if (name.Equals("Original-Mail-From", StringComparison.OrdinalIgnoreCase) && Search(value, paths) is { } entry) return entry;
        var returned = notice.Returned.Span;
        return Search(Encoding.UTF8.GetString(returned.Length > MaxReturned ? returned[..MaxReturned] : returned), paths);
    }

    /// <summary>Reads the rest.</summary>
    public static ComplaintReport Read(MessageNotice notice, EntryId? entry, SentRecord? sent, DateTimeOffset at) => new()
    {
        Entry = entry,
        Sent = sent,
        At = at,
        Kind = Fact(notice, "Feedback-Type").ToLowerInvariant() is { Length: > 0 } kind ? kind : "abuse",
        Reporter = notice.Reporter,
        Recipient = Fact(notice, "Original-Rcpt-To").Trim('<', '>', ' '),
        SourceIp = Fact(notice, "Source-IP"),
    };

    private static EntryId? Search(string text, ReturnPathMaker paths)
    {
        var mark = $"@{paths.Domain}";
        for (var (at, count) = (0, 0); count < MaxAddresses && (at = text.IndexOf(mark, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += mark.Length, count++)
        {
            var before = text.AsSpan(Math.Max(0, at - 64), Math.Min(at, 64));
            var start = before.LastIndexOfAnyExcept(LocalPart) + 1;
            if (paths.TryRead(before[start..], paths.Domain, out var entry)) return entry;
        }
        return null;
    }

    private static string Fact(MessageNotice notice, string name)
    {
        foreach (var (fact, value) in notice.Facts)
            if (fact.Equals(name, StringComparison.OrdinalIgnoreCase)) return value;
        return "";
    }
}
