using System.Net;
using Todoku.Diagnosis.Messages.Links;
using Todoku.Knowledge;
using Todoku.Knowledge.Words;

namespace Todoku.Diagnosis.Checks.Messages;

/// <summary>Where the links lead: to the sender's own hosts or others, to bare addresses, over shorteners, or elsewhere than their text says.</summary>
public sealed class LinksPoint : IMessageCheck
{
    /// <inheritdoc/>
    public string Id => "message-links";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["own", "other-hosts", "none", "address", "shortener", "disguised"];

    /// <inheritdoc/>
    public bool NeedsWhole => true;

    /// <inheritdoc/>
    public Task<IReadOnlyList<CheckResult>> RunAsync(MessageContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var links = context.Message.Links;
        if (links.Count == 0) return PointResult.Task(PointResult.Of(this, "none", CheckStatus.NotApplicable, "message", []));
        List<CheckResult> results = [];
        var shorteners = context.Knowledge.WordList(WordListNames.LinkShorteners);
        Add("address", [.. links.Where(link => IsAddress(link.Host))], link => link.Host);
        Add("shortener", [.. links.Where(link => shorteners.Contains(link.Host) || shorteners.Contains(context.OrganizationOf(link.Host)))], link => link.Host);
        Add("disguised", [.. links.Where(link => link.ShownHost.Length > 0 && IsOther(context, link))], link => $"{link.ShownHost} → {link.Host}");
        if (results.Count > 0) return Task.FromResult<IReadOnlyList<CheckResult>>(results);
        var own = context.Message.AuthorDomainName is { } author ? context.OrganizationOf(author.ToString()) : "";
        var others = links.Select(link => link.Host).Where(host => context.OrganizationOf(host) != own).Distinct().ToArray();
        return PointResult.Task(PointResult.Of(this, others.Length == 0 ? "own" : "other-hosts", CheckStatus.Pass, "message", links.Select(link => link.Host).Distinct(),
            new ReplyValue(CheckValueNames.Count, Figure.Of(others.Length)), new ReplyValue(CheckValueNames.Names, string.Join(", ", others.Take(5)))));

        void Add(string outcome, IReadOnlyList<MessageLink> found, Func<MessageLink, string> name)
        {
            if (found.Count == 0) return;
            results.Add(PointResult.Of(this, outcome, CheckStatus.Warning, found[0].Host, found.Select(link => link.ShownHost.Length > 0 ? $"{link.ShownHost}: {link.Url}" : link.Url),
                new ReplyValue(CheckValueNames.Count, Figure.Of(found.Count)), new ReplyValue(CheckValueNames.Names, string.Join(", ", found.Select(name).Distinct().Take(5)))));
        }
    }

    private static bool IsAddress(string host) => IPAddress.TryParse(host.Trim('[', ']'), out _);

    private static bool IsOther(MessageContext context, MessageLink link)
    {
        var (shown, real) = (context.OrganizationOf(link.ShownHost), context.OrganizationOf(link.Host));
        return shown.Length > 0 && shown != real;
    }
}
