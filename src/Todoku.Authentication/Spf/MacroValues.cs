namespace Todoku.Authentication.Spf;

/// <summary>What macros stand for in one check (RFC 7208, section 7.2).</summary>
internal sealed class MacroValues
{
    /// <summary>s: the sender.</summary>
    public required string Sender { get; init; }

    /// <summary>l: its local part.</summary>
    public required string LocalPart { get; init; }

    /// <summary>o: its domain.</summary>
    public required string SenderDomain { get; init; }

    /// <summary>h: the HELO name.</summary>
    public required string Helo { get; init; }

    /// <summary>i, c, v: the client.</summary>
    public required SpfClient Client { get; init; }

    /// <summary>r: the host that checks.</summary>
    public required string Receiver { get; init; }

    /// <summary>t: now, in seconds since 1970.</summary>
    public required Func<long> UnixTime { get; init; }
}
