using System.Text;
using Todoku.Diagnosis.Timeline;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Tests;

/// <summary>Answers from the words of the test: a reply holds its cause in brackets (<c>550 [spam-content] ip=192.0.2.1</c>).</summary>
internal sealed class FakeKnowledge : IKnowledge
{
    private static readonly Dictionary<string, Provider> Known = new(StringComparer.Ordinal)
    {
        ["google.com"] = new("google", true, "Google", "Google"),
        ["gmail.com"] = new("google", true, "Google", "Google"),
        ["outlook.com"] = new("microsoft", true, "Microsoft", "Microsoft"),
        ["yahoodns.net"] = new("yahoo", true, "Yahoo", "Yahoo"),
        ["yahoo.com"] = new("yahoo", true, "Yahoo", "Yahoo"),
    };

    public Dictionary<string, Article> Articles { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, StepGroup> Steps { get; } = new(StringComparer.Ordinal);

    /// <summary>Replies read.</summary>
    public long Readings { get; private set; }

    public FakeKnowledge WithArticle(string id, Cause cause, Fault fault, params string[] steps)
    {
        Articles[id] = new Article(id, cause, fault, id, "", "", steps);
        return this;
    }

    public FakeKnowledge WithStep(string id, StepGroup group)
    {
        Steps[id] = group;
        return this;
    }

    public Provider Identify(ReadOnlySpan<byte> relayHost, ReadOnlySpan<byte> reply, ReadOnlySpan<byte> recipientDomain)
    {
        var organization = OrganizationalDomain(relayHost.IsEmpty ? recipientDomain : relayHost);
        return Known.TryGetValue(organization, out var known) ? known : new Provider(organization, false, organization, organization);
    }

    public Reading Read(ReadOnlySpan<byte> reply, in ReadingContext context)
    {
        Readings++;
        var provider = context.Provider ?? Identify(context.RelayHost, reply, context.RecipientDomain);
        var cause = Cause.Unknown;
        var open = reply.IndexOf((byte)'[');
        var close = reply.IndexOf((byte)']');
        if (open >= 0 && close > open) _ = Causes.TryParse(Encoding.UTF8.GetString(reply[(open + 1)..close]), out cause);
        return new Reading(cause, provider, "test", cause.Id, reply.StartsWith("4"u8));
    }

    public IReadOnlyList<ReplyValue> ExtractValues(ReadOnlySpan<byte> reply, in Reading reading)
    {
        List<ReplyValue> values = [];
        foreach (var word in Encoding.UTF8.GetString(reply).Split(' '))
        {
            var equals = word.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0) values.Add(new ReplyValue(word[..equals], word[(equals + 1)..]));
        }
        return values;
    }

    public Article? FindArticle(string id) => Articles.GetValueOrDefault(id);

    public Step? FindStep(string id) => Steps.TryGetValue(id, out var group) ? new Step(id, group, id, "", "", "") : null;

    public string OrganizationalDomain(ReadOnlySpan<byte> name)
    {
        var labels = Encoding.UTF8.GetString(name).ToLowerInvariant().Split('.');
        return labels.Length <= 2 ? string.Join('.', labels) : string.Join('.', labels[^2..]);
    }
}
