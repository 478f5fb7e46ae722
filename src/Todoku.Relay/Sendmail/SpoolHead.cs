using System.Text;
using Todoku.Smtp.Envelopes;

namespace Todoku.Relay.Sendmail;

/// <summary>
/// What stands before the message in a file of the spool folder: lines of UTF-8 that end in LF, then an empty line. A file may be anybody's, so what is read is believed in
/// nothing but its own sake; who wrote it is known by its owner.
/// </summary>
/// <remarks>
/// <code>
/// todoku-mail 1
/// from www-data                     nothing behind it for the null sender
/// to customer@example.com           once for each recipient
/// author Web Shop                   the message has no From field; the name may be missing
/// notify failure,delay              or: never
/// return headers                    or: full
/// id order-4711
/// key 0f8fad5bd9cb469fa16570867728950e    what the relay knows the message again by
/// </code>
/// </remarks>
public static class SpoolHead
{
    /// <summary>The most octets that are read.</summary>
    public const int MaxLength = 1 << 20;

    private const string FirstLine = "todoku-mail 1";

    /// <summary>Writes it.</summary>
    public static byte[] Write(SendmailEnvelope envelope)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        var text = new StringBuilder().Append(FirstLine).Append("\nfrom");
        if (envelope.Sender is { } sender) text.Append(' ').Append(sender);
        foreach (var recipient in envelope.Recipients) text.Append("\nto ").Append(recipient);
        if (envelope.AuthorName is { } name) text.Append("\nauthor ").Append(OneLine(name));
        if (envelope.Notify != DsnNotify.Unsaid) text.Append("\nnotify ").Append(WordsOf(envelope.Notify));
        if (envelope.Return != DsnReturn.Unsaid) text.Append("\nreturn ").Append(envelope.Return == DsnReturn.Full ? "full" : "headers");
        if (envelope.EnvelopeId is { } id) text.Append("\nid ").Append(OneLine(id));
        if (envelope.Key is { } key) text.Append("\nkey ").Append(key);
        return Encoding.UTF8.GetBytes(text.Append("\n\n").ToString());
    }

    /// <summary>Reads it; null when it is none, or has not ended.</summary>
    /// <param name="octets">The beginning of a file.</param>
    /// <param name="length">How many of the octets it has.</param>
    public static SendmailEnvelope? Read(ReadOnlySpan<byte> octets, out int length)
    {
        var end = octets.IndexOf("\n\n"u8);
        length = end + 2;
        if (end < 0) return null;
        var lines = Encoding.UTF8.GetString(octets[..end]).Split('\n');
        if (lines[0] != FirstLine) return null;
        var recipients = new List<string>();
        var envelope = new SendmailEnvelope { Sender = null, Recipients = recipients };
        var hasSender = false;
        foreach (var line in lines.AsSpan(1))
        {
            var blank = line.IndexOf(' ', StringComparison.Ordinal);
            var value = blank < 0 ? "" : line[(blank + 1)..];
            switch (blank < 0 ? line : line[..blank])
            {
                case "from":
                    (envelope, hasSender) = (envelope with { Sender = value.Length == 0 ? null : value }, true);
                    break;
                case "to":
                    recipients.Add(value);
                    break;
                case "author":
                    envelope = envelope with { AuthorName = value };
                    break;
                case "notify" when DsnWords.Notify(value) is { } notify:
                    envelope = envelope with { Notify = notify };
                    break;
                case "return" when DsnWords.Return(value) is { } wanted:
                    envelope = envelope with { Return = wanted };
                    break;
                case "id" when DsnWords.IsEnvelopeId(value):
                    envelope = envelope with { EnvelopeId = value };
                    break;
                case "key" when MailParameters.IsKey(value):
                    envelope = envelope with { Key = value };
                    break;
                default:
                    return null;
            }
        }
        return hasSender && recipients.Count > 0 ? envelope : null;
    }

    private static string OneLine(string text) => new([.. text.Where(c => !char.IsControl(c))]);

    private static string WordsOf(DsnNotify notify)
    {
        if (notify.HasFlag(DsnNotify.Never)) return "never";
        DsnNotify[] all = [DsnNotify.Success, DsnNotify.Failure, DsnNotify.Delay];
        return string.Join(',', all.Where(one => notify.HasFlag(one)).Select(one => one.ToString().ToLowerInvariant()));
    }
}
