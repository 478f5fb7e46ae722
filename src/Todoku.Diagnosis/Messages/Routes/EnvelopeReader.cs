using System.Net;
using System.Text;
using Todoku.Mail;
using Todoku.Mail.Messages;

namespace Todoku.Diagnosis.Messages.Routes;

/// <summary>
/// Finds out how a message came from what the receiving server wrote into it. Only fields above which the sender could not write are believed:
/// the topmost Received-SPF, or the topmost Received field that names a public address outside of the network that received the message. A hop
/// with a login is where a user handed the mail in, so that the message has not left the sender yet.
/// </summary>
public static class EnvelopeReader
{
    private const int MaxText = 2_000;

    /// <summary>Finds it out.</summary>
    /// <param name="headers">The message.</param>
    /// <param name="hops">Its Received fields, the topmost first.</param>
    /// <param name="organizationOf">The organisational domain of a host name.</param>
    public static MessageEnvelope Read(MessageHeaders headers, IReadOnlyList<ReceivedHop> hops, Func<string, string> organizationOf)
    {
        ArgumentNullException.ThrowIfNull(headers);
        ArgumentNullException.ThrowIfNull(hops);
        ArgumentNullException.ThrowIfNull(organizationOf);
        var sender = ReturnPathOf(headers);
        var source = sender is null ? EnvelopeSource.Unknown : EnvelopeSource.ReturnPath;
        if (FromReceivedSpf(headers) is { } found) return found with { Sender = sender ?? found.Sender, SenderSource = sender is null ? found.SenderSource : source };
        foreach (var hop in hops)
        {
            if (hop.IsSubmission) break;
            if (hop.Ip is not { } ip || !GlobalAddress.Is(ip) || IsWithin(hop, organizationOf)) continue;
            return new MessageEnvelope(ip, EnvelopeSource.Received, hop.Text, sender, source, DomainName.TryParse(hop.From, out _) ? hop.From : "");
        }
        return new MessageEnvelope(null, EnvelopeSource.Unknown, "", sender, source, "");
    }

    /// <summary>The Return-Path of a delivered message, without angle brackets; null when there is none.</summary>
    public static string? ReturnPathOf(MessageHeaders headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        var fields = headers.All("Return-Path"u8);
        if (fields.Count == 0) return null;
        var text = Encoding.UTF8.GetString(fields[0].Unfold()).Trim();
        return text.Length > MaxText ? null : text.Trim('<', '>', ' ');
    }

    private static bool IsWithin(ReceivedHop hop, Func<string, string> organizationOf) =>
        DomainName.TryParse(hop.From, out var from) && DomainName.TryParse(hop.By, out var by) && from.LabelCount > 1
        && organizationOf(from.ToString()) == organizationOf(by.ToString());

    private static MessageEnvelope? FromReceivedSpf(MessageHeaders headers)
    {
        var fields = headers.All("Received-SPF"u8);
        if (fields.Count == 0) return null;
        var text = Encoding.UTF8.GetString(fields[0].Unfold());
        if (text.Length > MaxText || !IPAddress.TryParse(Property(text, "client-ip"), out var ip)) return null;
        var sender = Property(text, "envelope-from").Trim('<', '>');
        return new MessageEnvelope(ip, EnvelopeSource.ReceivedSpf, $"Received-SPF: {text}", sender.Length > 0 ? sender : null,
            sender.Length > 0 ? EnvelopeSource.ReceivedSpf : EnvelopeSource.Unknown, Property(text, "helo"));
    }

    // client-ip=192.0.2.1; envelope-from="a@example.com"; helo=mail.example.com;
    private static string Property(string text, string name)
    {
        var at = text.IndexOf($"{name}=", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return "";
        var value = text[(at + name.Length + 1)..];
        return value.StartsWith('"') ? value[1..].Split('"')[0] : value.Split(';', ' ')[0];
    }
}
