namespace Todoku.Mail.Authors;

/// <summary>A piece of a From field.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where its text begins.</param>
/// <param name="Length">How long its text is.</param>
/// <param name="Octet">The octet of a special; else 0.</param>
internal readonly record struct FromFieldToken(FromFieldTokenKind Kind, int Start, int Length, byte Octet)
{
    /// <summary>Whether it is this special.</summary>
    public bool Is(char special) => Kind == FromFieldTokenKind.Special && Octet == special;

    /// <summary>Whether it can be a word of a display name or a local part.</summary>
    public bool IsWord => Kind is FromFieldTokenKind.Atom or FromFieldTokenKind.Quoted;
}
