namespace Todoku.Diagnosis.Messages.Charsets;

/// <summary>What is wrong with the form of an encoded word.</summary>
public enum EncodedWordFlaw
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Longer than 75 characters (RFC 2047, section 2).</summary>
    TooLong,

    /// <summary>Its text is no base64 or no quoted-printable, or it has no end.</summary>
    Broken,
}
