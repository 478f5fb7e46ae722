using System.Globalization;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Checks.Messages;

/// <summary>Whether the message is small enough for receivers. Their limits are for the encoded message, a third larger than its files.</summary>
public sealed class SizePoint : IMessageCheck
{
    private const int Mebibyte = 1024 * 1024;

    // 10 MB is what many hosting companies and carriers in Japan take, 20 MB what iCloud does; Google and Yahoo take 25 MB.
    private const int Large = 10 * Mebibyte;
    private const int TooLarge = 20 * Mebibyte;

    // Gmail shows no more of an HTML text and hides the rest behind a link, and with it the way to unsubscribe.
    private const int Clipped = 102 * 1024;

    /// <inheritdoc/>
    public string Id => "message-size";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["fits", "large", "too-large", "cut", "clipped"];

    /// <inheritdoc/>
    public bool NeedsWhole => true;

    /// <inheritdoc/>
    public Task<IReadOnlyList<CheckResult>> RunAsync(MessageContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var size = context.Message.Headers.Message.Length;
        var (outcome, status) = context.Message.IsCut ? ("cut", CheckStatus.Problem)
            : size > TooLarge ? ("too-large", CheckStatus.Problem)
            : size > Large ? ("large", CheckStatus.Warning)
            : ("fits", CheckStatus.Pass);
        List<CheckResult> results = [Of(outcome, status, size)];
        if (context.Message.Parts.Bodies.Where(part => part.Type == "text/html").Select(part => part.Text.Length).DefaultIfEmpty().Max() is > Clipped and var html)
            results.Add(Of("clipped", CheckStatus.Warning, html));
        return Task.FromResult<IReadOnlyList<CheckResult>>(results);
    }

    private CheckResult Of(string outcome, CheckStatus status, int size) => PointResult.Of(this, outcome, status, "message", [$"{size} octets"],
        new ReplyValue(CheckValueNames.Count, size >= Mebibyte ? $"{(size / (double)Mebibyte).ToString("0.0", CultureInfo.InvariantCulture)} MB" : $"{Math.Max(1, size / 1024)} KB"));
}
