using Todoku.Relay.Policy.ReturnPaths;
using Todoku.Relay.Queue;

namespace Todoku.Relay.Policy;

/// <summary>What the policy made of a message.</summary>
public sealed record PreparedMessage
{
    /// <summary>What goes before the kept header: signatures, Received, fields that were missing. Whole fields, each with its CRLF.</summary>
    public required ReadOnlyMemory<byte> Prefix { get; init; }

    /// <summary>The envelope sender to send with; empty for the null sender. With <see cref="VerpDomain"/> each recipient gets its own instead.</summary>
    public required string Sender { get; init; }

    /// <summary>The envelope sender that was handed in; null when it is the same.</summary>
    public string? OriginalSender { get; init; }

    /// <summary>The domain under which each recipient gets an envelope sender of its own, for bounces that the relay receives; null without.</summary>
    public string? VerpDomain { get; init; }

    /// <summary>The domain of the From field; null when there is no one domain.</summary>
    public string? AuthorDomain { get; init; }

    /// <summary>What stands in its Message-ID field, in one line, brackets included; empty when it has none.</summary>
    public string MessageId { get; init; } = "";

    /// <summary>The domains (d=) that the message is signed under, by us or before.</summary>
    public IReadOnlyList<string> SigningDomains { get; init; } = [];

    /// <summary>The signatures that the relay put on it.</summary>
    public IReadOnlyList<MessageSignature> Signatures { get; init; } = [];

    /// <summary>The Return-Path rules and what they made of it; null where none was asked.</summary>
    public ReturnPathResult? ReturnPath { get; init; }

    /// <summary>What was done to it, or was not and why.</summary>
    public IReadOnlyList<PolicyNote> Notes { get; init; } = [];

    /// <summary>Whether it is bulk by its own header.</summary>
    public bool IsBulk { get; init; }

    /// <summary>What it needs of a server.</summary>
    public ContentNeeds Needs { get; init; }
}
