using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Todoku.Logs.Envelopes.Formats;

/// <summary>
/// A traditional stamp with the month in another language, as <c>journalctl -o short</c> writes it under a locale (strftime's %b):
/// <c>11月 24 07:27:54 mail postfix/smtp[97]: text</c>, <c>févr. 03 ...</c>, <c>Okt 12 ...</c>. Becomes the English one.
/// </summary>
internal sealed class LocalizedMonth : ILineFormat
{
    private const int MaxMonthBytes = 12;

    // By month: Czech, Danish, Dutch, Finnish, French, German, Hungarian, Italian, Norwegian, Polish, Portuguese, Russian, Spanish, Swedish and
    // Turkish as the GNU C library abbreviates them, without the full stop. Chinese, Japanese and Korean are numbers.
    private static readonly string[] Names =
    [
        "jan janv ene gen sty led oca tammi янв",
        "feb févr fev lut úno şub helmi febr фев",
        "mar mär mars mrt bře maalis márc мар",
        "apr avr avril abr kwi dub nis huhti ápr апр",
        "mai maj mei may mag kvě touko máj мая май",
        "jun juin giu cze čen haz kesä juni jún июн",
        "jul juil lug lip čec tem heinä juli júl июл",
        "aug août ago sie srp ağu elo авг",
        "sep sept set wrz zář eyl syys szept сен",
        "okt oct out ott paź říj eki loka окт",
        "nov lis kas marras ноя",
        "dez déc des dic dec gru pro ara joulu дек",
    ];

    private static readonly FrozenDictionary<string, int> Months = Names.Index()
        .SelectMany(month => month.Item.Split(' ').Select(name => (Name: name, Number: month.Index + 1)))
        .ToFrozenDictionary(pair => pair.Name, pair => pair.Number, StringComparer.Ordinal);

    /// <inheritdoc/>
    public bool TryRewrite(ReadOnlySpan<byte> line, IBufferWriter<byte> output)
    {
        if (line.Length < 20 || StampReader.TryRead(line, out _, out _)) return false;
        var rest = line.TrimStart((byte)' ');
        var end = rest[..Math.Min(rest.Length, MaxMonthBytes + 1)].IndexOf((byte)' ');
        if (end <= 0 || MonthOf(rest[..end]) is var month && month == 0) return false;
        rest = rest[(end + 1)..];
        if (rest.Length < 12) return false;
        Span<byte> stamp = stackalloc byte[16];
        Encoding.ASCII.GetBytes(CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames[month - 1], stamp);
        stamp[3] = (byte)' ';
        // "24 07:27:54", or a day of one digit.
        var oneDigit = rest[1] == ' ' && rest[0] != ' ';
        if (oneDigit) stamp[4] = (byte)' ';
        rest[..(oneDigit ? 10 : 11)].CopyTo(stamp[(oneDigit ? 5 : 4)..]);
        stamp[15] = (byte)' ';
        rest = rest[(oneDigit ? 10 : 11)..];
        if (rest.IsEmpty || rest[0] != ' ' || !StampReader.TryRead(stamp, out _, out _)) return false;
        return Restamp.Write(stamp[..15], rest, output);
    }

    private static int MonthOf(ReadOnlySpan<byte> word)
    {
        if (word.EndsWith("月"u8) || word.EndsWith("월"u8))
            return word.Length is 4 or 5 && int.TryParse(word[..^3], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 12 ? number : 0;
        var name = Encoding.UTF8.GetString(word.TrimEnd((byte)'.')).ToLowerInvariant();
        return Months.GetValueOrDefault(name);
    }
}
