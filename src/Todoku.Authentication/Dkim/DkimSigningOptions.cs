using Todoku.Authentication.Signatures;
using Todoku.Mail;

namespace Todoku.Authentication.Dkim;

/// <summary>How messages are signed.</summary>
public sealed record DkimSigningOptions
{
    /// <summary><c>d=</c>.</summary>
    public required DomainName Domain { get; init; }

    /// <summary><c>s=</c>.</summary>
    public required string Selector { get; init; }

    /// <summary>The names of the fields to sign, in order, once for each instance; empty for <see cref="DkimSigner.UsualHeaders"/> with all their instances.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [];

    /// <summary>
    /// Lists every name once more than the message has it, so that nobody can add such a field unnoticed (RFC 6376, section 8.15).
    /// From is always listed that way unless <see cref="Headers"/> is given.
    /// </summary>
    public bool Oversign { get; init; }

    /// <summary>Of the usual names those that are listed once more than the message has them, where <see cref="Oversign"/> does not ask for all; without <see cref="Headers"/>.</summary>
    public IReadOnlyList<string> OversignedHeaders { get; init; } = [];

    /// <summary>The form of the header; relaxed by default.</summary>
    public Canonicalization HeaderCanonicalization { get; init; } = Canonicalization.Relaxed;

    /// <summary>The form of the body; relaxed by default.</summary>
    public Canonicalization BodyCanonicalization { get; init; } = Canonicalization.Relaxed;

    /// <summary><c>x=</c>: how long after signing the signature is good; null for ever.</summary>
    public TimeSpan? Lifetime { get; init; }

    /// <summary><c>i=</c>: the user or agent on whose behalf, within <see cref="Domain"/>; empty for none.</summary>
    public string Identity { get; init; } = "";
}
