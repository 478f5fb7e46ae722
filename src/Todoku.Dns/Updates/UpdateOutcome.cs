namespace Todoku.Dns.Updates;

/// <summary>How an update ended.</summary>
public abstract record UpdateOutcome
{
    private UpdateOutcome()
    {
    }

    /// <summary>The server has made it, and its answer is signed with the key.</summary>
    public sealed record Made : UpdateOutcome;

    /// <summary>The server has not: nothing was changed.</summary>
    /// <param name="Code">The response code (IANA, DNS RCODEs): 5 REFUSED, 8 NXRRSET (a record that must be there is not), 9 NOTAUTH, 10 NOTZONE.</param>
    public sealed record Refused(int Code) : UpdateOutcome;

    /// <summary>The server does not take the key (RFC 8945, section 5.2): nothing was changed.</summary>
    /// <param name="Error">16 BADSIG (another secret), 17 BADKEY (no such key), 18 BADTIME (the clocks differ), 22 BADTRUNC.</param>
    public sealed record KeyRefused(int Error) : UpdateOutcome;

    /// <summary>An answer came whose signature is missing or wrong: it says nothing, and the update may have been made or not.</summary>
    public sealed record NotVerified : UpdateOutcome;

    /// <summary>No answer: the update may have been made or not, unless nobody was reached.</summary>
    public sealed record NotAnswered(DnsFailure Failure) : UpdateOutcome;
}
