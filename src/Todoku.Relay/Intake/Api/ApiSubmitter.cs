using System.Net;

namespace Todoku.Relay.Intake.Api;

/// <summary>Who hands a message in by HTTP.</summary>
/// <param name="Key">The name of the API key.</param>
/// <param name="Address">The address that it came from.</param>
/// <param name="IdempotencyKey">What the program calls the message; null without.</param>
public sealed record ApiSubmitter(string Key, IPAddress Address, string? IdempotencyKey);
