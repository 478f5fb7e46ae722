using System.Diagnostics;
using Todoku.Apply.Hosts;
using Todoku.Apply.NameServers;
using Todoku.Apply.Php;
using Todoku.Apply.Postfix;

namespace Todoku.Apply.Changes;

/// <summary>Makes a change of a request, from what this host has now. Nothing is changed by it.</summary>
/// <param name="host">The host.</param>
/// <param name="names">The name servers.</param>
/// <param name="postfixFolder">The folder of the Postfix instance; null: the only one there is.</param>
public sealed class ChangePlanner(IApplyHost host, INameServers names, string? postfixFolder)
{
    /// <summary>Makes it.</summary>
    public async Task<Proposal> PlanAsync(ChangeRequest request, CancellationToken cancellationToken)
    {
        try
        {
            if (request is ChangeRequest.PhpSendmail php) return await new PhpChange(host).PlanAsync(php, cancellationToken);
            if (request is ChangeRequest.Dns dns) return await new DnsChange(host, names).PlanAsync(dns, cancellationToken);
            return await PostfixInstance.FindAsync(host, postfixFolder, cancellationToken) switch
            {
                PostfixFinding.Found found => PostfixChange(request, found.Instance),
                PostfixFinding.NotThere => new Proposal.Impossible(Obstacle.NoPostfix, ""),
                PostfixFinding.Several several => new Proposal.Impossible(Obstacle.SeveralInstances, string.Join(", ", several.Folders)),
                PostfixFinding.Unreadable unreadable => new Proposal.Impossible(Obstacle.PostfixUnreadable, unreadable.Complaint),
                _ => throw new UnreachableException(),
            };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new Proposal.Impossible(error is IOException ? Obstacle.FileUnreadable : Obstacle.NotPermitted, error.Message);
        }
    }

    private Proposal PostfixChange(ChangeRequest request, PostfixInstance postfix)
    {
        var change = new PostfixChange(host, postfix);
        return request switch
        {
            ChangeRequest.RelayHost { OnlyFor.Count: > 0 } relay => change.RelayForDomains(relay),
            ChangeRequest.RelayHost relay => change.RelayHost(relay),
            ChangeRequest.ReturnPath sender => change.ReturnPath(sender),
            ChangeRequest.Helo helo => change.Helo(helo),
            ChangeRequest.IPv4Only => change.IPv4Only(),
            ChangeRequest.Dkim dkim => change.Dkim(dkim),
            _ => throw new UnreachableException(),
        };
    }
}
