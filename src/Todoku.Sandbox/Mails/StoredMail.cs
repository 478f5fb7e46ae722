using System.Net;

namespace Todoku.Sandbox.Mails;

/// <summary>A message that a provider was offered, and what it made of it.</summary>
/// <param name="Id">Its number, from 1.</param>
/// <param name="Time">When, by the clock of the world.</param>
/// <param name="Provider">The host that it was offered to.</param>
/// <param name="Profile">How that host judges.</param>
/// <param name="Address">The client's address in the world.</param>
/// <param name="Hello">The name that the client said.</param>
/// <param name="Sender">The envelope sender; empty for the null sender.</param>
/// <param name="Recipients">The recipients.</param>
public sealed record StoredMail(long Id, DateTimeOffset Time, string Provider, string Profile, IPAddress Address, string Hello, string Sender, IReadOnlyList<string> Recipients)
{
    /// <summary>Whether it was taken.</summary>
    public bool IsAccepted { get; init; }

    /// <summary>What was answered.</summary>
    public string Reply { get; init; } = "";

    /// <summary>The conditions of the rule that refused it, as profiles write them; empty when it was taken.</summary>
    public IReadOnlyList<string> Because { get; init; } = [];

    /// <summary>The rule of the knowledge that the reply is a sample of; empty when it was taken.</summary>
    public string Rule { get; init; } = "";

    /// <summary>SPF, DKIM and DMARC in the words of Authentication-Results (RFC 8601); empty when it was refused before the message.</summary>
    public string Authentication { get; init; } = "";

    /// <summary>The names of the address by its PTR records.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>The blocklists that list the address.</summary>
    public IReadOnlyList<string> Blocklists { get; init; } = [];

    /// <summary>What the provider thought of the address before, 0 to 100.</summary>
    public double Score { get; init; }

    /// <summary>The author's domain; empty when there is none.</summary>
    public string AuthorDomain { get; init; } = "";

    /// <summary>The subject, decoded.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The message as it came; null when it was refused.</summary>
    public ReadOnlyMemory<byte>? Message { get; init; }
}
