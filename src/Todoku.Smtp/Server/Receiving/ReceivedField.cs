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
        if (client.LocalUserId is { } user) return FormatLocal(user, envelope, hostName, queueId, time);
        var literal = client.Address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[IPv6:{client.Address}]" : $"[{client.Address}]";
        var text = new StringBuilder("Received: from ").Append(Hello(client.HelloName, literal)).Append(" (");
        if (client.HostName is { } name) text.Append(Token(name)).Append(' ');
        text.Append(literal).Append(")\r\n");
        if (client.Tls is { } tls) text.Append($"\t(using {Token(tls.Protocol)} with {Token(tls.CipherSuite)})\r\n");
        text.Append($"\tby {hostName} with {client.Protocol(envelope.Parameters.IsInternational)} id {queueId}");
        return $"{text}{End(envelope, time)}";
    }

    // No host handed it over, so that none is named: from-domain is left out, as all servers do for their own command.
    private static string FormatLocal(uint user, Envelope envelope, string hostName, string queueId, DateTimeOffset time) =>
        $"Received: by {hostName} (Todoku, from userid {user.ToString(CultureInfo.InvariantCulture)})\r\n\tid {queueId}{End(envelope, time)}";

    private static string End(Envelope envelope, DateTimeOffset time)
    {
        var recipient = envelope.Recipients is [var only] ? $"\r\n\tfor <{only.Mailbox}>" : "";
        var zone = time.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);
        return $"{recipient};\r\n\t{time.ToString("ddd, d MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture)}{zone}\r\n";
    }

    // A name that is no domain is not repeated where the grammar wants one.
    private static string Hello(string? name, string literal) =>
        name is not null && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '[' or ']' or ':') ? name : literal;

    private static string Token(string text) => string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '?'));
}
