using Todoku.Knowledge;

namespace Todoku.Diagnosis.Plans;

/// <summary>
/// The order in which a plan's steps are taken, by what kind of change they are, and why.
/// <list type="table">
/// <item><term>inspect</term><description>first look, since it changes nothing and what is seen may spare the rest.</description></item>
/// <item><term>stop-leak</term><description>a hacked account or backscatter goes on harming the address: a delisting asked for before is undone within hours, and blocklists lengthen
/// repeated listings.</description></item>
/// <item><term>slow-down</term><description>before a provider is asked: retries at full speed prolong rate limits and look like what they limit.</description></item>
/// <item><term>server</term><description>network, TLS, credentials, transport: without these no later change can be seen to work.</description></item>
/// <item><term>ptr, helo</term><description>before delisting: blocklists and providers refuse to lift an address without a proper reverse name.</description></item>
/// <item><term>return-path</term><description>before SPF: it decides whose SPF record counts.</description></item>
/// <item><term>spf, dkim</term><description>before DMARC: a policy published while neither passes has one's own mail refused.</description></item>
/// <item><term>dmarc</term><description>after both pass.</description></item>
/// <item><term>content, recipients</term><description>once the sender can be told for sure, what is sent and to whom is what is judged.</description></item>
/// <item><term>delist</term><description>when the reason for the listing is gone.</description></item>
/// <item><term>ask</term><description>when there is nothing left to be pointed at; support asks for all of the above.</description></item>
/// <item><term>relay</term><description>the way round, for what can't be mended here.</description></item>
/// <item><term>wait</term><description>last: see that it has helped.</description></item>
/// </list>
/// </summary>
public static class PlanOrder
{
    private static readonly StepGroup[] Order =
    [
        StepGroup.Inspect, StepGroup.StopLeak, StepGroup.SlowDown, StepGroup.Server, StepGroup.Ptr, StepGroup.Helo, StepGroup.ReturnPath, StepGroup.Spf,
        StepGroup.Dkim, StepGroup.Dmarc, StepGroup.Content, StepGroup.Recipients, StepGroup.Delist, StepGroup.Ask, StepGroup.Relay, StepGroup.Wait,
    ];

    /// <summary>The groups in the order in which their steps are taken.</summary>
    public static IReadOnlyList<StepGroup> Groups => Order;

    /// <summary>The place of a group, from 0.</summary>
    public static int PlaceOf(StepGroup group) => Array.IndexOf(Order, group);

    /// <summary>Identifier of the reason why a group stands where it stands; reports hold the text.</summary>
    public static string ReasonIdOf(StepGroup group) => group switch
    {
        StepGroup.Inspect => "order.inspect",
        StepGroup.StopLeak => "order.stop-leak",
        StepGroup.SlowDown => "order.slow-down",
        StepGroup.Server => "order.server",
        StepGroup.Ptr => "order.ptr",
        StepGroup.Helo => "order.helo",
        StepGroup.ReturnPath => "order.return-path",
        StepGroup.Spf => "order.spf",
        StepGroup.Dkim => "order.dkim",
        StepGroup.Dmarc => "order.dmarc",
        StepGroup.Content => "order.content",
        StepGroup.Recipients => "order.recipients",
        StepGroup.Delist => "order.delist",
        StepGroup.Ask => "order.ask",
        StepGroup.Relay => "order.relay",
        _ => "order.wait",
    };
}
