namespace Todoku.Mail;

/// <summary>What a relay says of one of its ways out.</summary>
public enum PathChangeKind : byte
{
    /// <summary>It is not used for a time, since mail was refused by it; or a message that tested it was refused.</summary>
    Suspended,

    /// <summary>A message that tested it was taken: it is used for a part of the mail.</summary>
    Opening,

    /// <summary>It is used for all mail again.</summary>
    Opened,

    /// <summary>No way out is open: mail is held.</summary>
    Exhausted,
}
