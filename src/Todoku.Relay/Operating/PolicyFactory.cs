using Todoku.Relay.Configuration;
using Todoku.Relay.Policy;
using Todoku.Relay.Policy.ReturnPaths;
using Todoku.Relay.Policy.Signing;

namespace Todoku.Relay.Operating;

/// <summary>Makes the policy of a configuration.</summary>
internal static class PolicyFactory
{
    public static IMessagePolicy Of(RelayConfiguration configuration, TimeProvider time) => new MessagePolicy(
        new MessagePolicyOptions
        {
            HostName = configuration.HostName.ToString(),
            ReturnPaths = [.. configuration.ReturnPaths.Select(rule => RuleOf(rule, configuration))],
            Signing = [.. configuration.Signing.Select(rule => new SigningRule(rule.Selector, rule.KeyFile) { AuthorDomains = rule.AuthorDomains, SigningDomain = rule.SigningDomain, IsFallback = rule.IsFallback })],
        },
        time);

    private static ReturnPathRule RuleOf(ReturnPathConfiguration rule, RelayConfiguration configuration) => new((Policy.ReturnPaths.ReturnPathAction)rule.Action)
    {
        Submitters = rule.Submitters,
        AuthorDomains = rule.AuthorDomains,
        IsHostDerived = rule.IsHostDerived,
        LocalPart = rule.LocalPart.Length > 0 ? rule.LocalPart : "bounce",
        VerpDomain = configuration.Bounces?.Domain.ToString() ?? "",
        IsDryRun = rule.IsDryRun,
    };
}
