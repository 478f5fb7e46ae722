namespace Todoku.Authentication.Arc;

/// <summary>What came of sealing.</summary>
public abstract record ArcSealing
{
    private ArcSealing()
    {
    }

    /// <summary>The message gets a new set.</summary>
    /// <param name="Instance">Its instance.</param>
    /// <param name="Status"><c>cv=</c>: what was found of the chain before it.</param>
    /// <param name="HasResults">Whether the message had Authentication-Results of the sealing server.</param>
    /// <param name="Fields">Its three fields, each closed by CRLF, to be put before the message.</param>
    public sealed record Sealed(int Instance, ArcResult Status, bool HasResults, string Fields) : ArcSealing;

    /// <summary>The chain had failed before: nothing may be added to it (RFC 8617, section 5.1).</summary>
    public sealed record AlreadyFailed : ArcSealing;

    /// <summary>The chain has 50 sets already (RFC 8617, section 4.2.1).</summary>
    public sealed record Full : ArcSealing;
}
