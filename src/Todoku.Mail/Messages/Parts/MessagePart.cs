namespace Todoku.Mail.Messages.Parts;

/// <summary>One part of a message that holds something itself: a text, a file, an attached message (RFC 2045, section 2.4).</summary>
public sealed record MessagePart
{
    /// <summary>Its media type in small letters: <c>text/plain</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The media type of the multipart that it lies in, in small letters; empty for a message of one part.</summary>
    public required string Parent { get; init; }

    /// <summary>The charset as declared; empty when none is.</summary>
    public required string Charset { get; init; }

    /// <summary>The Content-Transfer-Encoding as declared, in small letters; empty when none is.</summary>
    public required string Encoding { get; init; }

    /// <summary>The name of the file; empty when none is given.</summary>
    public required string FileName { get; init; }

    /// <summary>Whether it is to be shown as a file and not as text (Content-Disposition: attachment).</summary>
    public required bool IsAttachment { get; init; }

    /// <summary>Whether it lies in an attached message.</summary>
    public required bool IsInAttachedMessage { get; init; }

    /// <summary>Its content as it stands in the message, encoded.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>The content decoded, as far as <see cref="PartLimits"/> let it be; empty for parts that are not text.</summary>
    public ReadOnlyMemory<byte> Text { get; init; }

    /// <summary>Whether <see cref="Text"/> is not all of it.</summary>
    public bool IsTextCut { get; init; }

    /// <summary>Whether it is a text that a reader sees as the message.</summary>
    public bool IsBody => !IsAttachment && !IsInAttachedMessage && FileName.Length == 0 && Type is "text/plain" or "text/html";
}
