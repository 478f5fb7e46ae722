using System.Buffers;
using System.Net;

namespace Todoku.Knowledge.Values;

/// <summary>How far a value of each form reaches from a place on. All take the longest run of their bytes and then cut what can't end it.</summary>
internal static class ValueToken
{
    private static readonly SearchValues<byte> AddressBytes = SearchValues.Create("0123456789abcdef.:"u8);
    private static readonly SearchValues<byte> DottedBytes = SearchValues.Create("0123456789."u8);
    private static readonly SearchValues<byte> HostBytes = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789.-_"u8);
    private static readonly SearchValues<byte> WordBytes = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789.-_#/=+"u8);
    private static readonly SearchValues<byte> LinkEnds = SearchValues.Create(" <>\"'`|\\^{}"u8);
    private static readonly SearchValues<byte> MailboxEnds = SearchValues.Create(" <>\"'(),;:[]"u8);

    /// <summary>The value of a name (see <see cref="ReplyValueNames"/>) at the start of a folded text; 0 when there is none.</summary>
    public static int LengthOf(string name, ReadOnlySpan<byte> folded) => name switch
    {
        ReplyValueNames.Ip => Address(folded),
        ReplyValueNames.Url => Link(folded),
        ReplyValueNames.Recipient or ReplyValueNames.Sender => Mailbox(folded),
        ReplyValueNames.Limit => LimitExtractor.LengthOf(folded),
        ReplyValueNames.Code or ReplyValueNames.Session or ReplyValueNames.SpfResult or ReplyValueNames.DkimResult or ReplyValueNames.DmarcResult
            or ReplyValueNames.DkimSelector => Run(folded, WordBytes),
        _ => Host(folded),
    };

    /// <summary>An IPv4 address of four parts or an IPv6 address.</summary>
    public static int Address(ReadOnlySpan<byte> folded)
    {
        var prefix = folded.StartsWith("ipv6:"u8) ? 5 : 0;
        var run = folded[prefix..];
        var end = run.IndexOfAnyExcept(AddressBytes);
        run = (end < 0 ? run : run[..end])[..Math.Min(45, end < 0 ? run.Length : end)].TrimEnd(".:"u8);
        if (run.Length < 3 || !IsAddress(run)) return 0;
        return prefix + run.Length;
    }

    /// <summary>A host or domain name with a dot in it.</summary>
    public static int Host(ReadOnlySpan<byte> folded)
    {
        var length = Run(folded, HostBytes);
        return folded[..length].Contains((byte)'.') && Address(folded) != length ? length : 0;
    }

    /// <summary>A link, without the punctuation of the sentence around it.</summary>
    public static int Link(ReadOnlySpan<byte> folded)
    {
        if (!folded.StartsWith("http://"u8) && !folded.StartsWith("https://"u8) && !folded.StartsWith("www."u8)) return 0;
        var end = folded.IndexOfAny(LinkEnds);
        var link = (end < 0 ? folded : folded[..end]).TrimEnd(".,;:!?"u8);
        // A bracket that was not opened within the link belongs to the sentence.
        while (!link.IsEmpty && Unopened(link)) link = link[..^1].TrimEnd(".,;:!?"u8);
        return link.Length > "https://".Length ? link.Length : 0;
    }

    /// <summary>A mail address.</summary>
    public static int Mailbox(ReadOnlySpan<byte> folded)
    {
        var end = folded.IndexOfAny(MailboxEnds);
        var run = (end < 0 ? folded : folded[..end]).TrimEnd((byte)'.');
        var at = run.IndexOf((byte)'@');
        return at > 0 && at < run.Length - 1 ? run.Length : 0;
    }

    private static bool Unopened(ReadOnlySpan<byte> link) =>
        (link[^1] == ')' && !link.Contains((byte)'(')) || (link[^1] == ']' && !link.Contains((byte)'['));

    private static int Run(ReadOnlySpan<byte> folded, SearchValues<byte> bytes)
    {
        var end = folded.IndexOfAnyExcept(bytes);
        return (end < 0 ? folded : folded[..end]).TrimEnd(".-"u8).Length;
    }

    private static bool IsAddress(ReadOnlySpan<byte> run)
    {
        var isV4 = !run.Contains((byte)':');
        if (isV4 && (run.Count((byte)'.') != 3 || run.ContainsAnyExcept(DottedBytes))) return false;
        return IPAddress.TryParse(run, out _);
    }
}
