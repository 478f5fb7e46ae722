namespace Todoku.Relay.Intake.Api;

/// <summary>Why a message that was handed in by HTTP is not taken.</summary>
/// <param name="Kind">Which of the known reasons.</param>
/// <param name="Detail">What is wrong, in English.</param>
/// <param name="Where">Where: a JSON pointer (RFC 6901), or the name of a parameter; empty when it is the whole.</param>
/// <param name="Do">What to do, in English.</param>
public sealed record ApiProblem(ApiProblemKind Kind, string Detail, string Where, string Do);
