namespace Todoku.Authentication.Spf;

/// <summary>The limits of an evaluation.</summary>
public static class SpfLimits
{
    /// <summary>The most terms that ask DNS: include, a, mx, ptr, exists, redirect; over all records of a check together (RFC 7208, section 4.6.4).</summary>
    public const int Lookups = 10;

    /// <summary>The most questions of terms that DNS answers with nothing (RFC 7208, section 4.6.4).</summary>
    public const int VoidLookups = 2;

    /// <summary>The most MX records a name of <c>mx</c> may have (RFC 7208, section 4.6.4).</summary>
    public const int MailExchangers = 10;

    /// <summary>How many names of the client <c>ptr</c> and <c>%{p}</c> look at (RFC 7208, section 4.6.4).</summary>
    public const int ClientNames = 10;

    /// <summary>The most characters of a sender or a HELO name that is looked at: far over what SMTP carries (RFC 5321, section 4.5.3.1).</summary>
    public const int IdentityLength = 4096;

    /// <summary>The most characters of an explanation; a longer one is not given.</summary>
    public const int ExplanationLength = 8192;

    /// <summary>The most steps that are kept of one check.</summary>
    public const int Steps = 1000;

    /// <summary>The most errors that are told of one record.</summary>
    public const int SyntaxErrors = 20;

    /// <summary>How long one check may take in all (RFC 7208, section 4.6.4, wants at least 20 seconds).</summary>
    public static TimeSpan Time { get; } = TimeSpan.FromSeconds(20);
}
