using System.Buffers;
using Todoku.Mail.Messages.Parts;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Checks.Messages;

/// <summary>Whether each part is in the Content-Transfer-Encoding that it declares (RFC 2045, section 6).</summary>
public sealed class TransferEncodingPoint : IMessageCheck
{
    private const int MaxLooked = 1024 * 1024;

    private static readonly string[] Known = ["", "7bit", "8bit", "binary", "base64", "quoted-printable", "x-uuencode", "uuencode", "x-uue"];

    private static readonly SearchValues<byte> Base64 = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/= \t\r\n"u8);

    /// <inheritdoc/>
    public string Id => "message-transfer-encoding";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["true", "eight-bits", "broken", "unknown"];

    /// <inheritdoc/>
    public bool NeedsWhole => true;

    /// <inheritdoc/>
    public Task<IReadOnlyList<CheckResult>> RunAsync(MessageContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var wrong = context.Message.Parts.Parts.Where(part => !part.IsInAttachedMessage && !part.Type.StartsWith("message/", StringComparison.Ordinal))
            .Select(part => (Part: part, Outcome: Judge(part))).Where(one => one.Outcome != "true").GroupBy(one => one.Outcome).ToArray();
        if (wrong.Length == 0) return PointResult.Task(PointResult.Of(this, "true", CheckStatus.Pass, "message", []));
        return Task.FromResult<IReadOnlyList<CheckResult>>([.. wrong.Select(group => Result(group.Key, [.. group.Select(one => one.Part)]))]);
    }

    private CheckResult Result(string outcome, IReadOnlyList<MessagePart> parts) => PointResult.Of(this, outcome, outcome == "eight-bits" ? CheckStatus.Warning : CheckStatus.Problem, parts[0].Type,
        parts.Select(part => $"{part.Type}: Content-Transfer-Encoding: {(part.Encoding.Length > 0 ? part.Encoding : "-")}"),
        new ReplyValue(CheckValueNames.Name, parts[0].Type), new ReplyValue(CheckValueNames.Term, parts[0].Encoding.Length > 0 ? parts[0].Encoding : "7bit"));

    private static string Judge(MessagePart part)
    {
        var content = part.Content.Span[..Math.Min(part.Content.Length, MaxLooked)];
        if (!Known.Contains(part.Encoding)) return "unknown";
        return part.Encoding switch
        {
            "base64" => content.ContainsAnyExcept(Base64) ? "broken" : "true",
            "" or "7bit" or "quoted-printable" => content.ContainsAnyInRange((byte)0x80, (byte)0xFF) ? "eight-bits" : "true",
            _ => "true",
        };
    }
}
