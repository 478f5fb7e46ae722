using Todoku.Diagnosis.Timeline;

namespace Todoku.Diagnosis.Findings;

/// <summary>
/// Decides whether a receiver is a smart host: a server that takes our mail for everybody. It is spoken to at a submission port, or takes mail for
/// domains whose own servers are a known provider's (a server that hosts many customers' domains does not).
/// </summary>
internal static class SmartHosts
{
    private const double ForeignShare = 0.2;

    public static bool IsSmartHost(ProviderTimeline provider) =>
        provider.Provider.Id != ProviderDirectory.Local.Id
        && (provider.AtSubmissionPort > 0 || (provider.Foreign >= 2 && provider.Foreign >= provider.Attempts * ForeignShare));
}
