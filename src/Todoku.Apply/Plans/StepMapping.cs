using Todoku.Apply.Changes;

namespace Todoku.Apply.Plans;

/// <summary>
/// Which steps of a plan can be taken here, and by which change. All others need a person: at a DNS service, a provider, a website.
/// <list type="table">
/// <item><term>use-relay, use-port-587</term><description>a relay for all mail; needs its name and mostly a login.</description></item>
/// <item><term>relay-one-provider</term><description>the same relay; which of the two is meant is said with its name: only for the domains that refuse, or for all mail.</description></item>
/// <item><term>set-envelope-sender-postfix</term><description>the senders that the report names, replaced by an address that must be given.</description></item>
/// <item><term>set-envelope-sender-php</term><description>the same for PHP; spared where Postfix does it.</description></item>
/// <item><term>fix-helo-name</term><description>a name that must be given: it has to be that of the PTR record.</description></item>
/// <item><term>ipv4-only</term><description>needs nothing.</description></item>
/// <item><term>install-opendkim, fix-dkim-signing</term><description>the signer's socket, once it is installed and has a key.</description></item>
/// <item><term>records of DNS</term><description><see cref="DnsStepMapping"/>.</description></item>
/// </list>
/// </summary>
public static class StepMapping
{
    /// <summary>What becomes of each step, in the order of the plan.</summary>
    public static IReadOnlyList<MappedStep> Map(IReadOnlyList<PlannedStep> steps, PlanValues values)
    {
        ArgumentNullException.ThrowIfNull(steps);
        ArgumentNullException.ThrowIfNull(values);
        var mapped = new List<MappedStep>();
        var dns = values.Dns is { } access ? new DnsStepMapping(access, values) : null;
        foreach (var (step, one) in steps.SelectMany(step => (dns?.Map(step) ?? [MapOne(step, values)]).Select(one => (step, one))))
        {
            var earlier = mapped.OfType<MappedStep.Applicable>().FirstOrDefault(known => one is MappedStep.Applicable now && IsSameAim(known.Request, now.Request));
            mapped.Add(earlier is null ? one : new MappedStep.DoneBy(step, earlier.Step.Id));
        }
        return mapped;
    }

    private static MappedStep MapOne(PlannedStep step, PlanValues values) => step.Id switch
    {
        "use-relay" or "use-port-587" or "relay-one-provider" => Relay(step, values),
        "set-envelope-sender-postfix" => Senders(step, values) is not { Count: > 0 } from ? new MappedStep.NeedsValue(step, "--from")
            : values.Sender is { } sender ? new MappedStep.Applicable(step, new ChangeRequest.ReturnPath(from, sender) { IsOutgoing = from.Any(LocalName.IsOf) }) : new MappedStep.NeedsValue(step, "--sender"),
        "set-envelope-sender-php" => values.Sender is { } address ? new MappedStep.Applicable(step, new ChangeRequest.PhpSendmail(address, UsualSendmail, null)) : new MappedStep.NeedsValue(step, "--sender"),
        "fix-helo-name" => values.HeloName is { } name ? new MappedStep.Applicable(step, new ChangeRequest.Helo(name)) : new MappedStep.NeedsValue(step, "--name"),
        "ipv4-only" => new MappedStep.Applicable(step, new ChangeRequest.IPv4Only()),
        "install-opendkim" or "fix-dkim-signing" => values.Milter is { } milter ? new MappedStep.Applicable(step, new ChangeRequest.Dkim(milter)) : new MappedStep.NeedsValue(step, "--milter"),
        _ => new MappedStep.ByHand(step),
    };

    /// <summary>The program that takes mail from PHP, unless another is named.</summary>
    public const string UsualSendmail = "/usr/sbin/sendmail";

    private static MappedStep Relay(PlannedStep step, PlanValues values)
    {
        if (values.Relay is not { } relay) return new MappedStep.NeedsValue(step, "--to");
        if (!values.IsRelayOnlyForRefusing && values.RelayOnlyFor.Count == 0) return new MappedStep.Applicable(step, relay);
        string[] domains = [.. values.RelayOnlyFor.Concat(values.IsRelayOnlyForRefusing ? step.RecipientDomains : []).Distinct(StringComparer.OrdinalIgnoreCase)];
        return domains.Length == 0 ? new MappedStep.NeedsValue(step, "--for") : new MappedStep.Applicable(step, relay with { OnlyFor = domains });
    }

    private static IReadOnlyList<string> Senders(PlannedStep step, PlanValues values) => values.From.Count > 0 ? values.From : step.Senders;

    private static bool IsSameAim(ChangeRequest one, ChangeRequest other) =>
        one is ChangeRequest.Dns records ? other is ChangeRequest.Dns others && records.IsSame(others)
        : one.GetType() == other.GetType() || (one is ChangeRequest.ReturnPath && other is ChangeRequest.PhpSendmail) || (one is ChangeRequest.PhpSendmail && other is ChangeRequest.ReturnPath);
}
