using Todoku.Mail;
using Todoku.Relay.Intake;

namespace Todoku.Relay.Policy.ReturnPaths;

/// <summary>
/// Decides the envelope sender that a message leaves with. The null sender stays: a notice must never be answered by one (RFC 5321, section 4.5.5). Where a
/// rule wants the domain of the From field and there is no one domain the sender is kept.
/// </summary>
/// <param name="rules">The rules, in order.</param>
/// <param name="hostName">The relay's name.</param>
public sealed class ReturnPathPolicy(IReadOnlyList<ReturnPathRule> rules, string hostName)
{
    // What programs put before the name of their host when nobody told them a sender.
    private static readonly string[] Accounts = ["apache", "www-data", "www", "nginx", "httpd", "nobody", "root", "php", "wordpress", "wwwrun", "daemon", "http", "web"];

    /// <summary>Decides.</summary>
    public ReturnPathVerdict Decide(Submission submission, DomainName? author)
    {
        ArgumentNullException.ThrowIfNull(submission);
        var sender = submission.Sender?.ToString() ?? "";
        if (sender.Length == 0) return new ReturnPathVerdict("", null, 0);
        for (var i = 0; i < rules.Count; i++)
        {
            var rule = rules[i];
            if (rule.IsDryRun || !Matches(rule, submission, author)) continue;
            return rule.Action switch
            {
                ReturnPathAction.AuthorDomain when author is not null => new ReturnPathVerdict($"{rule.LocalPart}@{author}", null, i + 1),
                ReturnPathAction.Verp => new ReturnPathVerdict(sender, rule.VerpDomain, i + 1),
                _ => new ReturnPathVerdict(sender, null, i + 1),
            };
        }
        return new ReturnPathVerdict(sender, null, 0);
    }

    /// <summary>Whether a host made a sender up of its own name: an account of a program, or a domain that is a host's and not the one that mail is from.</summary>
    public bool IsHostDerived(Submission submission, DomainName? author)
    {
        ArgumentNullException.ThrowIfNull(submission);
        if (submission.Sender is not { } sender) return false;
        if (sender.Domain.Length == 0 || !sender.Domain.Contains('.', StringComparison.Ordinal) || sender.Domain.StartsWith("localhost", StringComparison.OrdinalIgnoreCase)) return true;
        if (string.Equals(sender.Domain, hostName, StringComparison.OrdinalIgnoreCase)) return true;
        var isElsewhere = author is null || !DomainName.TryParse(sender.Domain, out var domain) || !(domain.Equals(author) || domain.IsWithin(author) || author.IsWithin(domain));
        return isElsewhere && Accounts.Contains(sender.LocalPart, StringComparer.OrdinalIgnoreCase);
    }

    private bool Matches(ReturnPathRule rule, Submission submission, DomainName? author) =>
        (rule.Submitters.Count == 0 || rule.Submitters.Contains(submission.Submitter, StringComparer.Ordinal))
        && (rule.AuthorDomains.Count == 0 || (author is not null && rule.AuthorDomains.Any(author.IsWithin)))
        && (!rule.IsHostDerived || IsHostDerived(submission, author));
}
