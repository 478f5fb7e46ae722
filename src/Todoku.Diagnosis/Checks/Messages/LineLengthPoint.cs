using Todoku.Knowledge;

namespace Todoku.Diagnosis.Checks.Messages;

/// <summary>Whether all lines have 998 octets at most (RFC 5321, section 4.5.3.1.6; RFC 5322, section 2.1.1). Servers break longer ones or refuse them.</summary>
public sealed class LineLengthPoint : IMessageCheck
{
    private const int Most = 998;

    /// <inheritdoc/>
    public string Id => "message-line-length";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["fits", "too-long"];

    /// <inheritdoc/>
    public bool NeedsWhole => true;

    /// <inheritdoc/>
    public Task<IReadOnlyList<CheckResult>> RunAsync(MessageContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var rest = context.Message.Headers.Message.Span;
        var (line, longest, longestAt, count) = (0, 0, 0, 0);
        while (!rest.IsEmpty)
        {
            line++;
            var end = rest.IndexOf((byte)'\n');
            var length = end < 0 ? rest.Length : end > 0 && rest[end - 1] == '\r' ? end - 1 : end;
            if (length > Most) count++;
            if (length > longest) (longest, longestAt) = (length, line);
            rest = end < 0 ? default : rest[(end + 1)..];
        }
        ReplyValue[] values = [new(CheckValueNames.Count, Figure.Of(count)), new(CheckValueNames.Most, Figure.Of(longest)), new(CheckValueNames.Term, Figure.Of(longestAt))];
        return PointResult.Task(count > 0
            ? PointResult.Of(this, "too-long", CheckStatus.Problem, "message", [$"line {longestAt}: {longest} octets"], values)
            : PointResult.Of(this, "fits", CheckStatus.Pass, "message", [], values));
    }
}
