using Todoku.Mail;
using Todoku.Relay.Configuration;
using Todoku.Relay.Policy;
using Todoku.Relay.Policy.ReturnPaths;
using Todoku.Relay.Policy.Signing;

namespace Todoku.Relay.Operating;

/// <summary>Makes the policy of a configuration.</summary>
public static class PolicyFactory
{
    /// <summary>The policy, with its keys read.</summary>
    /// <param name="configuration">What is configured.</param>
    /// <param name="time">The clock.</param>
    /// <param name="suffixes">The public suffix list, for what is said of alignment; null without.</param>
    public static MessagePolicy Of(RelayConfiguration configuration, TimeProvider time, PublicSuffixList? suffixes = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var options = new MessagePolicyOptions
        {
            HostName = configuration.HostName.ToString(),
            HostNames = [Environment.MachineName],
            ReturnPaths = [.. configuration.ReturnPaths.Select((rule, at) => RuleOf(rule, at, configuration))],
            Suffixes = suffixes,
        };
        return new MessagePolicy(options, new SigningKeys(SigningOf(configuration), new UnixKeyFiles(), time), time);
    }

    private static SigningOptions SigningOf(RelayConfiguration configuration) => new()
    {
        Rules =
        [
            .. configuration.Signing.Select(rule => new SigningRule
            {
                AuthorDomains = rule.AuthorDomains,
                SigningDomain = rule.SigningDomain,
                Selector = rule.Selector,
                KeyFile = rule.KeyFile,
                IsFallback = rule.IsFallback,
            }),
        ],
    };

    private static ReturnPathRule RuleOf(ReturnPathConfiguration rule, int at, RelayConfiguration configuration) => new()
    {
        Name = $"return-path {at + 1}",
        Submitters = rule.Submitters,
        AuthorDomains = rule.AuthorDomains,
        Senders = rule.IsHostDerived ? SenderCondition.HostDerived : SenderCondition.Any,
        HostNames = new HostNameList(rule.HostNames),
        Target = rule.Action switch
        {
            ReturnPathAction.AuthorDomain => new ReturnPathTarget.Address($"{rule.LocalPart}@{ReturnPathTarget.AuthorDomainMark}"),
            ReturnPathAction.Verp when configuration.Bounces is { } bounces => new ReturnPathTarget.Verp(bounces.Domain),
            _ => new ReturnPathTarget.Keep(),
        },
        IsDryRun = rule.IsDryRun,
    };
}
