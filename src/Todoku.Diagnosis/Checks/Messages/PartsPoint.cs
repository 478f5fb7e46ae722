using Todoku.Mail.Messages.Parts;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Checks.Messages;

/// <summary>What the message is made of: text, HTML, both, or only pictures; and whether all of it could be looked at.</summary>
public sealed class PartsPoint : IMessageCheck
{
    private const int LittleText = 40;

    /// <inheritdoc/>
    public string Id => "message-parts";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["text", "both", "html-only", "pictures-only", "no-text", "too-many", "too-deep", "unreadable"];

    /// <inheritdoc/>
    public bool NeedsWhole => true;

    /// <inheritdoc/>
    public Task<IReadOnlyList<CheckResult>> RunAsync(MessageContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var list = context.Message.Parts;
        List<CheckResult> results = [];
        if (list.Cut != PartCut.None)
        {
            var outcome = list.Cut switch { PartCut.TooMany => "too-many", PartCut.TooDeep => "too-deep", _ => "unreadable" };
            results.Add(PointResult.Of(this, outcome, CheckStatus.Problem, "message", [], new ReplyValue(CheckValueNames.Count, Figure.Of(list.Parts.Count)),
                new ReplyValue(CheckValueNames.Most, Figure.Of(list.Cut == PartCut.TooDeep ? PartLimits.MaxDepth : PartLimits.MaxParts))));
        }
        if (list.Cut is PartCut.EndlessField or PartCut.Broken) return Task.FromResult<IReadOnlyList<CheckResult>>(results);
        var (text, html) = (list.Bodies.FirstOrDefault(part => part.Type == "text/plain"), list.Bodies.FirstOrDefault(part => part.Type == "text/html"));
        var (kind, status) = (text, html) switch
        {
            (null, null) => ("no-text", CheckStatus.Warning),
            (not null, null) => ("text", CheckStatus.Pass),
            (not null, not null) => ("both", CheckStatus.Pass),
            _ => ("html-only", CheckStatus.Warning),
        };
        if (html is not null && HasOnlyPictures(html.Text.Span)) (kind, status) = ("pictures-only", CheckStatus.Warning);
        results.Add(PointResult.Of(this, kind, status, "message", list.Parts.Select(Line), new ReplyValue(CheckValueNames.Count, Figure.Of(list.Parts.Count))));
        return Task.FromResult<IReadOnlyList<CheckResult>>(results);
    }

    private static string Line(MessagePart part) => $"{part.Type}{(part.FileName.Length > 0 ? $" \"{part.FileName}\"" : "")}, {part.Content.Length} octets";

    private static bool HasOnlyPictures(ReadOnlySpan<byte> html)
    {
        var hasPicture = html.IndexOf("<img"u8) >= 0 || html.IndexOf("<IMG"u8) >= 0;
        var letters = 0;
        for (var at = html.IndexOf("<body"u8) is > 0 and var body ? body : 0; at < html.Length && letters < LittleText;)
        {
            if (html[at] == '<')
            {
                var end = html[at..].IndexOf((byte)'>');
                if (end < 0) break;
                at += end + 1;
                continue;
            }
            if (html[at] > ' ') letters++;
            at++;
        }
        return hasPicture && letters < LittleText;
    }
}
