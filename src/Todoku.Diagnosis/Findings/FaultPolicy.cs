using Todoku.Diagnosis.Timeline;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Findings;

/// <summary>
/// Decides whose doing a cause is where the circumstances tell better than its article.
/// <list type="table">
/// <item><term>this server's own filter or mailbox store does not answer</term><description>sender, not "the receiver".</description></item>
/// <item><term>a known provider's name is not found</term><description>sender: it exists, so the server's own resolver fails.</description></item>
/// <item><term>a known provider can't be reached at all</term><description>network: such servers are never all down, so something on the way is
/// closed.</description></item>
/// </list>
/// </summary>
internal static class FaultPolicy
{
    /// <summary>The fault, or null when the article's holds.</summary>
    public static Fault? Of(Cause cause, ProviderTimeline provider)
    {
        var isConnection = cause is Cause.ConnectionRefused or Cause.ConnectionTimeout;
        if (provider.Provider.Id == ProviderDirectory.Local.Id) return isConnection || cause is Cause.RemoteError or Cause.HostNotFound ? Fault.Sender : null;
        if (!provider.Provider.IsKnown) return null;
        if (cause == Cause.HostNotFound) return Fault.Sender;
        return isConnection && provider.Delivered == 0 ? Fault.Network : null;
    }
}
