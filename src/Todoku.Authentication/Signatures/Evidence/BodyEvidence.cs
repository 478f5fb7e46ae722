namespace Todoku.Authentication.Signatures.Evidence;

/// <summary>What happened to a body whose hash is not the signed one, as far as it can be told: with this change undone the hash is right.</summary>
public abstract record BodyEvidence
{
    private BodyEvidence()
    {
    }

    /// <summary>Octets were put behind the signed body: a footer, a notice of a virus scanner.</summary>
    /// <param name="Offset">Where they begin, in octets from the beginning of the body.</param>
    /// <param name="Line">Their first line, the body's first being 1.</param>
    /// <param name="Octets">How many they are.</param>
    public sealed record Appended(long Offset, int Line, long Octets) : BodyEvidence;

    /// <summary>Lines were put before the signed body: a banner.</summary>
    /// <param name="Lines">How many.</param>
    /// <param name="Octets">How many octets they are.</param>
    public sealed record Prepended(int Lines, long Octets) : BodyEvidence;

    /// <summary>The signer used another canonicalization than it states.</summary>
    /// <param name="Form">The one it used.</param>
    public sealed record OtherCanonicalization(Canonicalization Form) : BodyEvidence;

    /// <summary>The signer signed an empty body.</summary>
    public sealed record SignedEmpty : BodyEvidence;

    /// <summary>Line ends were changed: with every bare CR or LF made CRLF the body is right.</summary>
    public sealed record LineEnds : BodyEvidence;

    /// <summary>The signer left line ends as LF, where mail has CRLF.</summary>
    public sealed record SignedWithUnixLineEnds : BodyEvidence;

    /// <summary>The signer signed the empty lines at the end, which do not count.</summary>
    public sealed record SignedTrailingLines : BodyEvidence;

    /// <summary>The signer left the last line end out.</summary>
    public sealed record SignedWithoutLastLineEnd : BodyEvidence;

    /// <summary>Blanks at the ends of lines were added to a body that was signed without.</summary>
    public sealed record TrailingBlanks : BodyEvidence;

    /// <summary>A dot at the beginning of lines is doubled, as SMTP does on the way (RFC 5321, section 4.5.2), and was not made single again.</summary>
    public sealed record DotsDoubled : BodyEvidence;

    /// <summary>The signer signed lines with the dot that SMTP doubles on the way.</summary>
    public sealed record SignedDotsDoubled : BodyEvidence;
}
