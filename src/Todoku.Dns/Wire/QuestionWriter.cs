using System.Buffers.Binary;
using System.Globalization;
using Todoku.Mail;

namespace Todoku.Dns.Wire;

/// <summary>Writes a question as a message (RFC 1035, section 4.1).</summary>
internal static class QuestionWriter
{
    /// <summary>Octets that hold every question: header, name, type and class, OPT.</summary>
    public const int MaxSize = HeaderSize + 255 + 4 + OptionSize;

    private const int HeaderSize = 12;
    private const int OptionSize = 11;
    private const ushort RecursionDesired = 0x0100;

    // Asks to be told whether the answer was verified, without the signatures themselves (RFC 6840, section 5.7).
    private const ushort AuthenticData = 0x0020;
    private const ushort ClassIn = 1;
    private const ushort OptType = 41;

    /// <summary>Writes it.</summary>
    /// <param name="buffer">At least <see cref="MaxSize"/> octets.</param>
    /// <param name="id">Number of the message.</param>
    /// <param name="question">The question.</param>
    /// <param name="withExtension">Whether to say that larger datagrams are welcome (EDNS, RFC 6891). Some old servers refuse that.</param>
    /// <returns>Octets written.</returns>
    public static int Write(Span<byte> buffer, ushort id, DnsQuestion question, bool withExtension)
    {
        buffer[..HeaderSize].Clear();
        BinaryPrimitives.WriteUInt16BigEndian(buffer, id);
        BinaryPrimitives.WriteUInt16BigEndian(buffer[2..], RecursionDesired | AuthenticData);
        BinaryPrimitives.WriteUInt16BigEndian(buffer[4..], 1);
        BinaryPrimitives.WriteUInt16BigEndian(buffer[10..], (ushort)(withExtension ? 1 : 0));
        var length = HeaderSize + WriteName(buffer[HeaderSize..], question.Name);
        BinaryPrimitives.WriteUInt16BigEndian(buffer[length..], (ushort)question.Type);
        BinaryPrimitives.WriteUInt16BigEndian(buffer[(length + 2)..], ClassIn);
        length += 4;
        if (!withExtension) return length;
        var option = buffer.Slice(length, OptionSize);
        option.Clear();
        BinaryPrimitives.WriteUInt16BigEndian(option[1..], OptType);
        BinaryPrimitives.WriteUInt16BigEndian(option[3..], DnsLimits.DatagramSize);
        return length + OptionSize;
    }

    /// <summary>Writes a name as labels (RFC 1035, section 3.1).</summary>
    /// <returns>Octets written.</returns>
    public static int WriteName(Span<byte> buffer, DomainName name)
    {
        if (name.IsRoot)
        {
            buffer[0] = 0;
            return 1;
        }
        var text = name.ToString();
        var start = 0;
        var end = 1;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '.')
            {
                buffer[start] = (byte)(end - start - 1);
                start = end++;
            }
            else if (text[i] == '\\')
            {
                buffer[end++] = byte.Parse(text.AsSpan(i + 1, 3), NumberStyles.None, CultureInfo.InvariantCulture);
                i += 3;
            }
            else
            {
                buffer[end++] = (byte)text[i];
            }
        }
        buffer[start] = (byte)(end - start - 1);
        buffer[end] = 0;
        return end + 1;
    }
}
