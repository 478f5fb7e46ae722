using Todoku.Knowledge.Matching;
using Todoku.Mail;

namespace Todoku.Knowledge.Values;

/// <summary>The memory in which one text is prepared for taking values out of it, so that only the values themselves make garbage.</summary>
internal sealed class ValueScratch
{
    [ThreadStatic]
    private static ValueScratch? _ofReply;

    [ThreadStatic]
    private static ValueScratch? _ofWhole;

    private readonly byte[] _folded = new byte[SmtpReply.MaxLength];

    /// <summary>The scratch of this thread for the text of a reply.</summary>
    public static ValueScratch OfReply => _ofReply ??= new ValueScratch();

    /// <summary>The scratch of this thread for a reply with its code and all that stands around it.</summary>
    public static ValueScratch OfWhole => _ofWhole ??= new ValueScratch();

    /// <summary>Where the text is written first.</summary>
    public byte[] Text { get; } = new byte[SmtpReply.MaxLength];

    /// <summary>Makes runs of white space in <see cref="Text"/> one blank, and the folded copy that has every byte at the same place.</summary>
    public ValueText Prepare(int length)
    {
        var written = 0;
        byte last = 0;
        var map = ByteFolding.Map;
        foreach (var raw in Text.AsSpan(0, length))
        {
            var folded = map[raw];
            if (folded == ' ' && last == ' ') continue;
            last = folded;
            Text[written] = folded == ' ' ? folded : raw;
            _folded[written++] = folded;
        }
        return new ValueText(Text.AsSpan(0, written), _folded.AsSpan(0, written));
    }
}
