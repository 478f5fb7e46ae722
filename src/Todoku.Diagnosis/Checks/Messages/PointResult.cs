using Todoku.Knowledge;

namespace Todoku.Diagnosis.Checks.Messages;

/// <summary>Makes results of points.</summary>
internal static class PointResult
{
    private const int MaxEvidence = 20;
    private const int MaxLine = 300;

    /// <summary>One result.</summary>
    /// <param name="point">The point.</param>
    /// <param name="outcome">The outcome.</param>
    /// <param name="status">How it stands.</param>
    /// <param name="subject">What was looked at: a domain, a field's name; <c>message</c> for the whole.</param>
    /// <param name="evidence">What was seen; long lines and lists are cut.</param>
    /// <param name="values">What the texts name.</param>
    public static CheckResult Of(IMessageCheck point, string outcome, CheckStatus status, string subject, IEnumerable<string> evidence, params ReadOnlySpan<ReplyValue> values) =>
        new(point.Id, outcome, status, subject) { Evidence = [.. evidence.Take(MaxEvidence).Select(Cut)], Values = [.. values] };

    /// <summary>A list of one.</summary>
    public static Task<IReadOnlyList<CheckResult>> Task(CheckResult result) => System.Threading.Tasks.Task.FromResult<IReadOnlyList<CheckResult>>([result]);

    /// <summary>A line as evidence, cut to what a person reads.</summary>
    public static string Cut(string line) => line.Length > MaxLine ? $"{line[..MaxLine]} ..." : line;
}
