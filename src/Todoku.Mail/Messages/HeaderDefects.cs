namespace Todoku.Mail.Messages;

/// <summary>What is wrong with the header of a message; it is read all the same.</summary>
[Flags]
public enum HeaderDefects
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A line is no header field: no colon, or no name before it.</summary>
    MalformedLine = 1,

    /// <summary>A line feed without a carriage return stands in a header whose lines end in CRLF; it is part of the field.</summary>
    BareLineFeed = 2,

    /// <summary>A carriage return without a line feed.</summary>
    BareCarriageReturn = 4,

    /// <summary>No empty line ends the header: the message has no body.</summary>
    NoBody = 8,

    /// <summary>The message begins with the "From " line of an mbox file; it is no field and was passed over.</summary>
    MailboxLine = 16,

    /// <summary>More fields than <see cref="MessageHeaders.MaxFields"/>; the others were not read.</summary>
    TooManyFields = 32,

    /// <summary>More octets than <see cref="MessageHeaders.MaxLength"/>; what lies behind was not read.</summary>
    TooLong = 64,

    /// <summary>A NUL octet.</summary>
    Nul = 128,
}
