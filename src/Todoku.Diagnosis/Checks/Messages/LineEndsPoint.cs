using Todoku.Knowledge;

namespace Todoku.Diagnosis.Checks.Messages;

/// <summary>
/// Whether CR and LF stand only together, and no NUL anywhere (RFC 5322, section 2.3). Since SMTP smuggling became known, servers refuse bare line feeds.
/// A file with LF throughout was saved on Unix and counts as CRLF.
/// </summary>
public sealed class LineEndsPoint : IMessageCheck
{
    /// <inheritdoc/>
    public string Id => "message-line-ends";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["right", "bare-lf", "bare-cr", "nul"];

    /// <inheritdoc/>
    public bool NeedsWhole => true;

    /// <inheritdoc/>
    public Task<IReadOnlyList<CheckResult>> RunAsync(MessageContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var octets = context.Message.Headers.Message.Span;
        var pairs = octets.Count("\r\n"u8);
        var (feeds, returns, nuls) = (octets.Count((byte)'\n') - pairs, octets.Count((byte)'\r') - pairs, octets.Count((byte)0));
        List<CheckResult> results = [];
        if (feeds > 0) results.Add(Of("bare-lf", CheckStatus.Problem, feeds));
        if (returns > 0) results.Add(Of("bare-cr", CheckStatus.Warning, returns));
        if (nuls > 0) results.Add(Of("nul", CheckStatus.Problem, nuls));
        if (results.Count == 0) results.Add(PointResult.Of(this, "right", CheckStatus.Pass, "message", []));
        return Task.FromResult<IReadOnlyList<CheckResult>>(results);

        CheckResult Of(string outcome, CheckStatus status, int count) => PointResult.Of(this, outcome, status, "message", [], new ReplyValue(CheckValueNames.Count, Figure.Of(count)));
    }
}
