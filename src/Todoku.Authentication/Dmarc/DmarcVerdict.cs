namespace Todoku.Authentication.Dmarc;

/// <summary>The result of DMARC (RFC 9989, section 9.2).</summary>
public enum DmarcVerdict
{
    /// <summary>DMARC doesn't apply.</summary>
    None,

    /// <summary>An authenticated domain is aligned.</summary>
    Pass,

    /// <summary>None is aligned.</summary>
    Fail,

    /// <summary>DNS didn't answer; later it may.</summary>
    TempError,
}
