namespace Todoku.Dns;

/// <summary>Writes failures in the words that DNS tools use.</summary>
public static class FailureText
{
    /// <summary>A failure, as <c>SERVFAIL</c>.</summary>
    public static string Of(DnsFailure failure) => failure switch
    {
        DnsFailure.TimedOut => "no answer in time",
        DnsFailure.ServerFailure => "SERVFAIL",
        DnsFailure.Refused => "REFUSED",
        DnsFailure.Malformed => "malformed answer",
        DnsFailure.AliasLoop => "CNAME loop",
        DnsFailure.Unreachable => "no resolver reachable",
        _ => "other failure",
    };
}
