using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Todoku.Logs.Dialects;
using Todoku.Mail;

namespace Todoku.Logs.TodokuRelay;

/// <summary>
/// What the relay says of its paths:
/// <code>
/// warning: path NAME[ to PROVIDER] is suspended until TIME UTC (CAUSE, refused COUNT times, message ID): REPLY
/// info: path NAME[ to PROVIDER] takes mail again: 1 of COUNT messages
/// info: path NAME[ to PROVIDER] is open again, after COUNT refusals since TIME UTC
/// error: no path to PROVIDER is open, its mail is held until TIME UTC: REASONS
/// </code>
/// </summary>
internal static class PathLine
{
    private const int TimeLength = 16;

    /// <summary>Reads a line; false when it is none of these.</summary>
    public static bool TryRead(in LogLine line)
    {
        var text = line.Text;
        if (TrySplit(text, "error: no path to "u8, " is open, its mail is held until "u8, out var provider, out var rest))
        {
            ref var held = ref Add(line, PathChangeKind.Exhausted, default, provider);
            held.Size = TimeOf(rest);
            return true;
        }
        if (TrySplit(text, "warning: path "u8, " is suspended until "u8, out var suspended, out rest))
        {
            Split(suspended, out var path, out provider);
            ref var added = ref Add(line, PathChangeKind.Suspended, path, provider);
            added.Size = TimeOf(rest);
            if (!TrySplit(rest[Math.Min(TimeLength, rest.Length)..], " UTC ("u8, ", refused "u8, out var cause, out rest)) return true;
            added.OtherName = line.Cut(cause);
            added.Count = Utf8Parser.TryParse(rest, out int refusals, out _) ? refusals : 0;
            return true;
        }
        return TryOpen(line, " takes mail again: "u8, PathChangeKind.Opening) || TryOpen(line, " is open again, after "u8, PathChangeKind.Opened);
    }

    private static bool TryOpen(in LogLine line, ReadOnlySpan<byte> words, PathChangeKind kind)
    {
        if (!TrySplit(line.Text, "info: path "u8, words, out var name, out _)) return false;
        Split(name, out var path, out var provider);
        Add(line, kind, path, provider);
        return true;
    }

    private static ref LogEvent Add(in LogLine line, PathChangeKind kind, ReadOnlySpan<byte> path, ReadOnlySpan<byte> provider)
    {
        ref var added = ref line.Add(LogEventKind.PathChanged);
        added.PathChange = kind;
        added.Name = line.Cut(path);
        added.Address = line.Cut(provider);
        return ref added;
    }

    // A provider's id has no blank; a path's name might.
    private static void Split(ReadOnlySpan<byte> name, out ReadOnlySpan<byte> path, out ReadOnlySpan<byte> provider)
    {
        var to = name.LastIndexOf(" to "u8);
        path = to < 0 ? name : name[..to];
        provider = to < 0 ? default : name[(to + " to "u8.Length)..];
    }

    private static bool TrySplit(ReadOnlySpan<byte> text, ReadOnlySpan<byte> start, ReadOnlySpan<byte> middle, out ReadOnlySpan<byte> between, out ReadOnlySpan<byte> rest)
    {
        between = rest = default;
        if (!text.StartsWith(start)) return false;
        var at = text[start.Length..].IndexOf(middle);
        if (at <= 0) return false;
        between = text.Slice(start.Length, at);
        rest = text[(start.Length + at + middle.Length)..];
        return true;
    }

    // "2026-11-25 08:20", UTC; 0 when it is none.
    private static long TimeOf(ReadOnlySpan<byte> text) =>
        text.Length >= TimeLength && DateTime.TryParseExact(Encoding.Latin1.GetString(text[..TimeLength]), "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time.Ticks : 0;
}
