namespace Todoku.Diagnosis.Checks.Receivers;

/// <summary>What a provider publishes that it asks of senders.</summary>
/// <param name="Provider">Id of the provider.</param>
/// <param name="Source">Where it says so.</param>
/// <param name="Date">Since when, year and month.</param>
/// <param name="Requirements">What it asks.</param>
public sealed record ReceiverRules(string Provider, string Source, string Date, IReadOnlyList<Requirement> Requirements)
{
    private static readonly Requirement Authenticated = new("SPF/DKIM", false, "spf", "dkim") { AnyIsEnough = true };
    private static readonly Requirement Reverse = new("PTR", false, "ptr");
    private static readonly Requirement Rate = new("spam rate < 0.3 %", false);
    private static readonly Requirement Format = new("RFC 5322", false);
    private static readonly Requirement Spf = new("SPF", true, "spf");
    private static readonly Requirement Dkim = new("DKIM", true, "dkim");
    private static readonly Requirement Dmarc = new("DMARC", true, "dmarc") { WarningsAreOpen = true, OnlyItself = true };
    private static readonly Requirement Aligned = new("DMARC alignment", true, "dmarc-alignment", "return-path-alignment", "dkim-alignment") { AnyIsEnough = true, WarningsAreOpen = true };
    private static readonly Requirement OneClick = new("List-Unsubscribe-Post (RFC 8058)", true);

    /// <summary>The providers that publish rules which can be judged point by point.</summary>
    public static IReadOnlyList<ReceiverRules> All { get; } =
    [
        // Much mail: 5,000 a day or more to gmail.com.
        new("google", "https://support.google.com/a/answer/81126", "2024-02", [Authenticated, Reverse, new("TLS", false), Rate, Format, Spf, Dkim, Dmarc, Aligned, OneClick]),
        // Much mail: not said in numbers.
        new("yahoo", "https://senders.yahooinc.com/best-practices/", "2024-02", [Authenticated, Reverse, Rate, Format, Spf, Dkim, Dmarc, Aligned, OneClick]),
        // Much mail: more than 5,000 a day to outlook.com, hotmail.com, live.com. A link to unsubscribe is recommended.
        new("microsoft", "https://techcommunity.microsoft.com/blog/microsoftdefenderforoffice365blog/-/4399730", "2025-05", [Spf, Dkim, Dmarc, Aligned]),
    ];
}
