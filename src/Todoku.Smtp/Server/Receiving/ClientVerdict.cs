using Todoku.Smtp.Replies;

namespace Todoku.Smtp.Server.Receiving;

/// <summary>What becomes of a client that has connected.</summary>
public abstract record ClientVerdict
{
    private ClientVerdict()
    {
    }

    /// <summary>It is greeted.</summary>
    public sealed record Welcome : ClientVerdict;

    /// <summary>It hears a refusal in place of a greeting (RFC 5321, section 3.1), and the session is over.</summary>
    /// <param name="Reply">Why: 421 or 554.</param>
    public sealed record Refused(Reply Reply) : ClientVerdict;

    /// <summary>It hears nothing: the connection is closed, as a server does that is ill.</summary>
    public sealed record Dropped : ClientVerdict;
}
