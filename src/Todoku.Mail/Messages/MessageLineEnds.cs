namespace Todoku.Mail.Messages;

/// <summary>Brings a message that was saved on Unix into the form in which it travels: lines that end in CRLF (RFC 5322, section 2.1).</summary>
public static class MessageLineEnds
{
    /// <summary>
    /// Whether the message has lost its carriage returns: its header has lines, and all of them end in a bare LF. A bare LF in a message
    /// with CRLF is left alone, since signatures cover it as it is.
    /// </summary>
    public static bool AreUnix(ReadOnlySpan<byte> message)
    {
        var first = message.IndexOf((byte)'\n');
        if (first < 0 || (first > 0 && message[first - 1] == '\r')) return false;
        var end = message.IndexOf("\n\n"u8);
        var header = end < 0 ? message : message[..(end + 1)];
        return header.IndexOf("\r\n"u8) < 0;
    }

    /// <summary>The message with every bare LF made CRLF when it was saved on Unix (<see cref="AreUnix"/>), else the same octets.</summary>
    /// <param name="message">The message.</param>
    /// <param name="changed">Whether line ends were changed.</param>
    public static ReadOnlyMemory<byte> ToCrlf(ReadOnlyMemory<byte> message, out bool changed)
    {
        changed = AreUnix(message.Span);
        return changed ? Widen(message.Span) : message;
    }

    private static byte[] Widen(ReadOnlySpan<byte> message)
    {
        var bare = message.Count((byte)'\n') - message.Count("\r\n"u8);
        var widened = new byte[message.Length + bare];
        var to = 0;
        while (!message.IsEmpty)
        {
            var lineEnd = message.IndexOf((byte)'\n');
            if (lineEnd < 0)
            {
                message.CopyTo(widened.AsSpan(to));
                break;
            }
            message[..lineEnd].CopyTo(widened.AsSpan(to));
            to += lineEnd;
            if (lineEnd == 0 || message[lineEnd - 1] != '\r') widened[to++] = (byte)'\r';
            widened[to++] = (byte)'\n';
            message = message[(lineEnd + 1)..];
        }
        return widened;
    }
}
