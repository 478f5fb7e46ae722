using System.Text;
using Todoku.Smtp.Client.Wire;
using Todoku.Smtp.Envelopes;

namespace Todoku.Smtp.Client.Messages;

/// <summary>Writes MAIL and RCPT with the parameters that the server knows. Addresses come from a parser, so none can end a line.</summary>
internal static class CommandWriter
{
    /// <summary>MAIL FROM (RFC 5321, section 4.1.1.2).</summary>
    public static void WriteMail(OutputBuffer output, OutgoingEnvelope envelope, MessageContent content, SmtpCapabilities capabilities)
    {
        var parameters = envelope.Parameters;
        output.Write("MAIL FROM:<");
        if (envelope.Sender is { } sender) output.Write(sender.ToString());
        output.Write(">");
        if (capabilities.Size && content.Length is { } length) output.Write($" SIZE={length}");
        if (capabilities.EightBitMime && (content.IsEightBit || parameters.Body != BodyType.Unsaid)) output.Write(content.IsEightBit ? " BODY=8BITMIME" : " BODY=7BIT");
        if (envelope.NeedsInternationalMail) output.Write(" SMTPUTF8");
        if (parameters.RequiresTls) output.Write(" REQUIRETLS");
        if (capabilities.Keys && parameters.Key is { } key) output.Write($" XONCE={key}");
        if (capabilities.DeliveryNotifications)
        {
            if (parameters.Return != DsnReturn.Unsaid) output.Write(parameters.Return == DsnReturn.Full ? " RET=FULL" : " RET=HDRS");
            if (parameters.EnvelopeId is { Length: > 0 } id) output.Write($" ENVID={Xtext.Encode(id)}");
        }
        output.Write("\r\n");
    }

    /// <summary>RCPT TO (RFC 5321, section 4.1.1.3; RFC 3461, section 4).</summary>
    public static void WriteRcpt(OutputBuffer output, OutgoingRecipient recipient, SmtpCapabilities capabilities)
    {
        output.Write("RCPT TO:<");
        output.Write(recipient.Mailbox.ToString());
        output.Write(">");
        if (capabilities.DeliveryNotifications)
        {
            if (recipient.Parameters.Notify != DsnNotify.Unsaid) output.Write($" NOTIFY={WordsOf(recipient.Parameters.Notify)}");
            if (recipient.Parameters.OriginalRecipient is { Length: > 0 } original) output.Write($" ORCPT={Original(original)}");
        }
        output.Write("\r\n");
    }

    private static string WordsOf(DsnNotify notify)
    {
        if (notify.HasFlag(DsnNotify.Never)) return "NEVER";
        var words = new List<string>(3);
        if (notify.HasFlag(DsnNotify.Success)) words.Add("SUCCESS");
        if (notify.HasFlag(DsnNotify.Failure)) words.Add("FAILURE");
        if (notify.HasFlag(DsnNotify.Delay)) words.Add("DELAY");
        return string.Join(',', words);
    }

    // The type of the address stands outside the coding: "rfc822;" xtext.
    private static string Original(string value)
    {
        var mark = value.IndexOf(';', StringComparison.Ordinal);
        var address = value[(mark + 1)..];
        if (!Ascii.IsValid(address)) return $"utf-8;{InternationalAddress(address)}";
        return mark < 0 ? $"rfc822;{Xtext.Encode(address)}" : $"{Xtext.Encode(value[..mark])};{Xtext.Encode(address)}";
    }

    // utf-8-addr-xtext: what is no QCHAR is written \x{HEXPOINT} (RFC 6533, section 3).
    private static string InternationalAddress(string address)
    {
        var text = new StringBuilder(address.Length);
        foreach (var rune in address.EnumerateRunes())
        {
            if (rune.Value is > 0x20 and < 0x7F and not ('+' or '=' or '\\')) text.Append((char)rune.Value);
            else text.Append("\\x{").Append(rune.Value.ToString("X2")).Append('}');
        }
        return text.ToString();
    }
}
