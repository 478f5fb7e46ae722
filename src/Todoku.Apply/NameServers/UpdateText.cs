using System.Globalization;

namespace Todoku.Apply.NameServers;

/// <summary>Writes what a server answered in the words that DNS tools use (IANA, DNS RCODEs).</summary>
public static class UpdateText
{
    /// <summary>A response code.</summary>
    public static string OfCode(int code) => code switch
    {
        1 => "FORMERR",
        2 => "SERVFAIL",
        3 => "NXDOMAIN",
        4 => "NOTIMP",
        5 => "REFUSED",
        6 => "YXDOMAIN",
        7 => "YXRRSET",
        8 => "NXRRSET",
        9 => "NOTAUTH",
        10 => "NOTZONE",
        _ => string.Create(CultureInfo.InvariantCulture, $"RCODE {code}"),
    };

    /// <summary>An error about a key.</summary>
    public static string OfKeyError(int error) => error switch
    {
        16 => "BADSIG: the server has another secret for this key",
        17 => "BADKEY: the server does not know this key",
        18 => "BADTIME: the clocks of server and host differ by more than 5 minutes",
        22 => "BADTRUNC",
        _ => string.Create(CultureInfo.InvariantCulture, $"TSIG error {error}"),
    };
}
