namespace Todoku.Diagnosis.Messages.Charsets;

/// <summary>One encoded word of a header field, <c>=?charset?B?text?=</c> (RFC 2047, section 2).</summary>
/// <param name="Written">As it stands there.</param>
/// <param name="Charset">The charset it declares, without a language (RFC 2231, section 5).</param>
/// <param name="Octets">What it holds, decoded; empty when <see cref="Flaw"/> says it can't be.</param>
/// <param name="Flaw">What is wrong with its form.</param>
public sealed record EncodedWord(string Written, string Charset, byte[] Octets, EncodedWordFlaw Flaw);
