using Todoku.Smtp.Replies;

namespace Todoku.Smtp.Server.Receiving;

/// <summary>
/// What becomes of mail for a recipient. Who decides says what the recipient is, not whether this client may: a <see cref="Remote"/> one is refused by the
/// session itself unless the client may relay, so that no receiver can make an open relay by mistake.
/// </summary>
public abstract record RecipientVerdict
{
    private RecipientVerdict()
    {
    }

    /// <summary>This host keeps or handles the mail.</summary>
    public sealed record Local : RecipientVerdict;

    /// <summary>Another host does; the mail would be relayed.</summary>
    public sealed record Remote : RecipientVerdict;

    /// <summary>It is not taken.</summary>
    /// <param name="Reply">Why.</param>
    public sealed record Refused(Reply Reply) : RecipientVerdict;
}
