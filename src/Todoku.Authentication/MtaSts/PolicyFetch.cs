namespace Todoku.Authentication.MtaSts;

/// <summary>What came of asking for a policy.</summary>
public abstract record PolicyFetch
{
    private PolicyFetch()
    {
    }

    /// <summary>The server gave it.</summary>
    /// <param name="Text">The policy; a stranger's text.</param>
    public sealed record Fetched(string Text) : PolicyFetch;

    /// <summary>There is none that a sender may use, by the server's own doing.</summary>
    /// <param name="Reason">HTTP status, size and the like.</param>
    public sealed record Refused(string Reason) : PolicyFetch;

    /// <summary>The server's certificate is not valid for the policy's host, so that no sender reads on.</summary>
    /// <param name="Reason">What is wrong with it.</param>
    public sealed record BadCertificate(string Reason) : PolicyFetch;

    /// <summary>The server was not reached from here.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record NotReached(string Reason) : PolicyFetch;
}
