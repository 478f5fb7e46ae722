using System.Globalization;
using Todoku.Mail;

namespace Todoku.Dns.Zones;

/// <summary>
/// Reads a zone file (RFC 1035, section 5; RFC 2308, section 4; RFC 3597, section 5): <c>$ORIGIN</c>, <c>$TTL</c>, <c>@</c>, relative names, names and
/// times left out, classes, parentheses, comments, quotes, escapes. Records of other types and classes are passed over with a notice.
/// </summary>
internal sealed class ZoneParser(string text, string file)
{
    private const int MaxRecords = 200_000;

    private static readonly TimeSpan UsualTime = TimeSpan.FromHours(1);
    private static readonly string[] OtherClasses = ["CH", "HS", "CS", "NONE", "ANY"];

    private readonly ZoneLexer _lexer = new(text, file);
    private readonly List<ZoneRecord> _records = [];
    private readonly List<ZoneNotice> _notices = [];

    // Relative to the root until $ORIGIN says otherwise.
    private DomainName _origin = DomainName.Root;
    private DomainName? _owner;
    private TimeSpan? _defaultTime;
    private TimeSpan? _lastTime;

    /// <summary>Reads it.</summary>
    /// <exception cref="ZoneFileException">Something is wrong with it.</exception>
    public (IReadOnlyList<ZoneRecord> Records, IReadOnlyList<ZoneNotice> Notices) Parse()
    {
        while (_lexer.Read() is { } entry)
        {
            if (!entry.BeginsBlank && entry.Tokens[0] is { IsQuoted: false, Text: ['$', ..] }) ReadDirective(entry);
            else ReadRecord(entry);
        }
        return (_records, _notices);
    }

    private void ReadDirective(ZoneEntry entry)
    {
        var words = entry.Tokens;
        if (words[0].Is("$ORIGIN")) _origin = words.Count > 1 ? NameOf(words[1]) : throw Error(words[0], ZoneProblem.BadName, "$ORIGIN example.com.");
        else if (!words[0].Is("$TTL")) throw Error(words[0], ZoneProblem.UnknownDirective, "");
        else _defaultTime = words.Count > 1 && ZoneText.TryTime(words[1].Text, out var time) ? time : throw Error(words[^1], ZoneProblem.BadTime, "$TTL 3600");
    }

    private void ReadRecord(ZoneEntry entry)
    {
        var words = entry.Tokens;
        var at = 0;
        if (!entry.BeginsBlank) _owner = NameOf(words[at++]);
        if (_owner is not { } owner) throw Error(words[0], ZoneProblem.NoOwner, "");
        TimeSpan? time = null;
        var isOtherClass = false;
        // Time and class stand in any order before the type.
        for (; at < words.Count; at++)
        {
            var word = words[at];
            if (word.Is("IN") || word.Is("CLASS1")) continue;
            if (OtherClasses.Any(word.Is) || (IsNumbered(word, "CLASS", out _) && !word.Is("CLASS1"))) isOtherClass = true;
            else if (time is null && !word.IsQuoted && word.Text.Length > 0 && char.IsAsciiDigit(word.Text[0]))
                time = ZoneText.TryTime(word.Text, out var own) ? own : throw Error(word, ZoneProblem.BadTime, ZoneContentParser.Example(DnsRecordType.A));
            else break;
        }
        if (at == words.Count) throw Error(words[^1], ZoneProblem.NoType, ZoneContentParser.Example(DnsRecordType.A));
        if (time is not null) _lastTime = time;
        if (isOtherClass || !TryType(words[at], out var type)) Note(entry, ZoneNoticeKind.Skipped, words[at].Text);
        else Add(entry, owner, type, time, at + 1);
    }

    private void Add(ZoneEntry entry, DomainName owner, DnsRecordType type, TimeSpan? time, int at)
    {
        var words = entry.Tokens.Skip(at).ToArray();
        if (ZoneContentParser.HasLongString(type, words))
            throw new ZoneFileException(file, entry.Line, ZoneProblem.LongString, Shown(string.Join(' ', words.Select(word => word.Text))), "\"...\" \"...\"");
        if (new ZoneContentParser(_origin).Parse(type, words) is not { } content)
        {
            var shown = Shown(string.Join(' ', words.Select(word => word.Text).Prepend(type.ToString())));
            throw new ZoneFileException(file, entry.Line, ZoneProblem.BadContent, shown, ZoneContentParser.Example(type));
        }
        if (type == DnsRecordType.TXT && entry.HasComment && words.Any(word => !word.IsQuoted)) Note(entry, ZoneNoticeKind.TextCutByComment, words[^1].Text);
        if (_records.Count == MaxRecords) throw new ZoneFileException(file, entry.Line, ZoneProblem.TooLarge, owner.ToString(), "");
        var usual = _defaultTime ?? _lastTime ?? (content as DnsRecord.StartOfAuthority)?.NegativeTimeToLive ?? UsualTime;
        if (content is DnsRecord.StartOfAuthority) _lastTime ??= usual;
        _records.Add(new ZoneRecord(owner, type, time ?? usual, content, entry.Line));
    }

    // False for a type that exists and is not asked for; others are mistakes.
    private bool TryType(ZoneToken word, out DnsRecordType type)
    {
        if (IsNumbered(word, "TYPE", out var number)) return Enum.IsDefined(type = (DnsRecordType)number);
        // Numbers are read by Enum.TryParse too, and are no types here.
        if (!word.IsQuoted && word.Text.Length > 0 && char.IsAsciiLetter(word.Text[0]))
        {
            if (Enum.TryParse(word.Text, true, out type) && Enum.IsDefined(type)) return true;
            if (word.Text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && RegisteredTypes.Contains(word.Text)) return false;
        }
        throw Error(word, ZoneProblem.NoType, ZoneContentParser.Example(DnsRecordType.TXT));
    }

    private static bool IsNumbered(ZoneToken word, string prefix, out ushort number)
    {
        number = 0;
        return !word.IsQuoted && word.Text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
            && ushort.TryParse(word.Text.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    private DomainName NameOf(ZoneToken word) =>
        !word.IsQuoted && ZoneText.TryName(word.Text, _origin, out var name) ? name : throw Error(word, ZoneProblem.BadName, "www.example.com.");

    private void Note(ZoneEntry entry, ZoneNoticeKind kind, string word) => _notices.Add(new ZoneNotice(file, entry.Line, kind, Shown(word)));

    private ZoneFileException Error(ZoneToken word, ZoneProblem problem, string example) => new(file, word.Line, problem, Shown(word.Text), example);

    private static string Shown(string words) => words.Length <= 60 ? words : $"{words.AsSpan(0, 60)}...";
}
