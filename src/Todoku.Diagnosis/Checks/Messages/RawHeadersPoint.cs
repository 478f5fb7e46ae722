using System.Text;
using Todoku.Diagnosis.Messages.Charsets;
using Todoku.Knowledge;
using Todoku.Mail.Messages;

namespace Todoku.Diagnosis.Checks.Messages;

/// <summary>
/// Whether header fields hold characters outside of ASCII without being encoded (RFC 2047). UTF-8 may stand there only in mail that travels with
/// SMTPUTF8 (RFC 6532); escape sequences of ISO-2022-JP, as old form scripts put into Subject, never.
/// </summary>
public sealed class RawHeadersPoint : IMessageCheck
{
    private const int MaxShown = 120;

    /// <inheritdoc/>
    public string Id => "message-raw-headers";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["ascii", "utf8-allowed", "utf8", "not-encoded"];

    /// <inheritdoc/>
    public bool NeedsWhole => false;

    /// <inheritdoc/>
    public Task<IReadOnlyList<CheckResult>> RunAsync(MessageContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var raw = context.Message.Headers.Fields.Where(field => !field.IsMalformed && IsRaw(field.Value.Span)).Take(20).ToArray();
        if (raw.Length == 0) return PointResult.Task(PointResult.Of(this, "ascii", CheckStatus.Pass, "message", []));
        var charsets = raw.Select(field => CharsetGuess.Of(field.Value.Span)).ToArray();
        var isUtf8 = charsets.All(charset => charset == TrueCharset.Utf8);
        var travelledAsUtf8 = context.Message.Hops.Any(hop => hop.With.StartsWith("UTF8SMTP", StringComparison.OrdinalIgnoreCase));
        var (outcome, status) = !isUtf8 ? ("not-encoded", CheckStatus.Problem) : travelledAsUtf8 ? ("utf8-allowed", CheckStatus.Pass) : ("utf8", CheckStatus.Warning);
        var names = string.Join(", ", raw.Select(field => Encoding.ASCII.GetString(field.Name)).Distinct(StringComparer.OrdinalIgnoreCase));
        var first = charsets.FirstOrDefault(charset => charset != TrueCharset.Utf8, TrueCharset.Utf8);
        return PointResult.Task(PointResult.Of(this, outcome, status, names, raw.Select(Shown),
            new ReplyValue(CheckValueNames.Names, names), new ReplyValue(CheckValueNames.Name, DeclaredCharset.NameOf(first))));
    }

    private static bool IsRaw(ReadOnlySpan<byte> value) => value.ContainsAnyInRange((byte)0x80, (byte)0xFF) || CharsetGuess.HasJapaneseEscape(value);

    private static string Shown(HeaderField field)
    {
        var value = field.Unfold().AsSpan();
        if (value.Length > MaxShown) value = value[..MaxShown];
        // Octets of another charset than UTF-8 are shown as what they are.
        var text = System.Text.Unicode.Utf8.IsValid(value) ? Encoding.UTF8.GetString(value) : string.Concat(value.ToArray().Select(octet => octet is >= 0x20 and < 0x7F ? $"{(char)octet}" : $"\\x{octet:X2}"));
        return $"{Encoding.ASCII.GetString(field.Name)}: {text}";
    }
}
