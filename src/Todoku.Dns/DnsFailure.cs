namespace Todoku.Dns;

/// <summary>Why there is no answer that can be relied on.</summary>
public enum DnsFailure
{
    /// <summary>Nobody answered in time.</summary>
    TimedOut,

    /// <summary>SERVFAIL: the server could not find out.</summary>
    ServerFailure,

    /// <summary>REFUSED: the server does not answer us.</summary>
    Refused,

    /// <summary>The answer can't be read, is for another question, or breaks a limit.</summary>
    Malformed,

    /// <summary>CNAMEs lead in a circle, or over too many names.</summary>
    AliasLoop,

    /// <summary>No resolver is known, or none can be reached.</summary>
    Unreachable,

    /// <summary>Another response code.</summary>
    Other,
}
