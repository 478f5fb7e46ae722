using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Todoku.Smtp.Envelopes;

namespace Todoku.Smtp.Server.Receiving;

/// <summary>Writes the Received field that every server puts before a message (RFC 5321, section 4.4).</summary>
public static class ReceivedField
{
    /// <summary>The field with its CRLF, folded. What the client said is quoted or escaped: it can't end the field or a comment.</summary>
    /// <param name="client">Who sent it.</param>
    /// <param name="envelope">The envelope; a single recipient is named, several are not, since one must not learn of another.</param>
    /// <param name="hostName">The server's name.</param>
    /// <param name="queueId">What the message is called here.</param>
    /// <param name="time">When it came.</param>
    public static string Format(SmtpClientInfo client, Envelope envelope, string hostName, string queueId, DateTimeOffset time)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(envelope);
        var literal = client.Address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[IPv6:{client.Address}]" : $"[{client.Address}]";
        var text = new StringBuilder("Received: from ").Append(Hello(client.HelloName, literal)).Append(" (");
        if (client.HostName is { } name) text.Append(Token(name)).Append(' ');
        text.Append(literal).Append(")\r\n");
        if (client.Tls is { } tls) text.Append($"\t(using {Token(tls.Protocol)} with {Token(tls.CipherSuite)})\r\n");
        text.Append($"\tby {hostName} with {client.Protocol(envelope.Parameters.IsInternational)} id {queueId}");
        if (envelope.Recipients is [var only]) text.Append($"\r\n\tfor <{only.Mailbox}>");
        return text.Append(";\r\n\t").Append(time.ToString("ddd, d MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture)).Append(time.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal))
            .Append("\r\n").ToString();
    }

    // A name that is no domain is not repeated where the grammar wants one.
    private static string Hello(string? name, string literal) =>
        name is not null && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '[' or ']' or ':') ? name : literal;

    private static string Token(string text) => string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '?'));
}
