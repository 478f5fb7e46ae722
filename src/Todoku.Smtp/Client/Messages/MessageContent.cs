using System.IO.Pipelines;
using System.Text;

namespace Todoku.Smtp.Client.Messages;

/// <summary>The header and body of a message that is sent, as octets or as a stream that can be read once.</summary>
public sealed class MessageContent
{
    private MessageContent(ReadOnlyMemory<byte> octets, Stream? stream, long? length, bool isEightBit) =>
        (Octets, Stream, Length, IsEightBit) = (octets, stream, length, isEightBit);

    /// <summary>How many octets it has, before what the dialogue adds; null when not known.</summary>
    public long? Length { get; }

    /// <summary>Whether it holds octets above 127.</summary>
    public bool IsEightBit { get; }

    internal ReadOnlyMemory<byte> Octets { get; }

    internal Stream? Stream { get; }

    /// <summary>A message in memory; may be sent several times.</summary>
    public static MessageContent FromOctets(ReadOnlyMemory<byte> octets) => new(octets, null, octets.Length, !Ascii.IsValid(octets.Span));

    /// <summary>A message in a stream; is sent once. The caller closes the stream.</summary>
    /// <param name="stream">The message from its first octet.</param>
    /// <param name="length">How many octets it has, or null.</param>
    /// <param name="isEightBit">Whether it holds octets above 127; not looked at again.</param>
    public static MessageContent FromStream(Stream stream, long? length, bool isEightBit)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new MessageContent(default, stream, length, isEightBit);
    }

    /// <summary>A message in a pipe; is sent once.</summary>
    /// <param name="reader">The message from its first octet.</param>
    /// <param name="length">How many octets it has, or null.</param>
    /// <param name="isEightBit">Whether it holds octets above 127; not looked at again.</param>
    public static MessageContent FromPipe(PipeReader reader, long? length, bool isEightBit)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return FromStream(reader.AsStream(leaveOpen: true), length, isEightBit);
    }
}
