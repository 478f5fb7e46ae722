using Todoku.Authentication.Signatures;

namespace Todoku.Relay.Policy;

/// <summary>A signature that the relay put on a message.</summary>
/// <param name="Domain">d=.</param>
/// <param name="Selector">s=.</param>
/// <param name="Algorithm">a=.</param>
/// <param name="Alignment">What it is worth for DMARC once it verifies.</param>
public sealed record MessageSignature(string Domain, string Selector, SigningAlgorithm Algorithm, DomainAlignment Alignment);
