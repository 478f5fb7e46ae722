namespace Todoku.Authentication.Spf;

/// <summary>A term of a record that breaks the grammar; the whole record is void then (RFC 7208, section 4.6).</summary>
/// <param name="Problem">What is wrong.</param>
/// <param name="Term">The term as it stands in the record.</param>
/// <param name="Offset">Where the term begins, in octets from the beginning of the record.</param>
/// <param name="Suggestion">What was probably meant; empty when that can't be told.</param>
public sealed record SpfSyntaxError(SpfSyntaxProblem Problem, string Term, int Offset, string Suggestion);
