namespace Todoku.Authentication.Spf;

/// <summary>A piece of a macro string: plain text, or a macro with its transformers (RFC 7208, section 7.1).</summary>
/// <param name="Literal">The text; null for a macro.</param>
/// <param name="Letter">The macro's letter, in lower case.</param>
/// <param name="IsEscaped">Whether the letter was in upper case: the value is escaped for a URL.</param>
/// <param name="Parts">How many right-hand parts are taken; 0 for all.</param>
/// <param name="IsReversed">Whether the parts are put in reverse order first.</param>
/// <param name="Delimiters">What parts the value; "." unless given.</param>
internal readonly record struct MacroPiece(string? Literal, char Letter, bool IsEscaped, int Parts, bool IsReversed, string Delimiters);
