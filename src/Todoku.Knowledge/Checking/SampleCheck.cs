using System.Text;
using Todoku.Knowledge.Sources;
using Todoku.Knowledge.Toml;

namespace Todoku.Knowledge.Checking;

/// <summary>Runs the samples of all rules and blocklists through the whole matcher and wants the very rule that each stands under.</summary>
internal static class SampleCheck
{
    /// <summary>The samples that another rule decided; for each a message that names it.</summary>
    public static List<SourceProblem> Run(KnowledgeSource source, KnowledgeBase knowledge)
    {
        var problems = new List<SourceProblem>();
        foreach (var rule in source.Rules)
        {
            foreach (var sample in rule.Samples) Check(sample, rule.Id, rule.Cause, rule.Provider, rule.Place);
        }
        foreach (var list in source.Blocklists)
        {
            var cause = list.Kind == BlocklistKind.Domain ? Cause.DomainReputation : Cause.IpBlocklisted;
            foreach (var sample in list.Samples) Check(sample, $"blocklist.{list.Id}", cause, null, list.Place);
        }
        return problems;

        void Check(SampleDefinition sample, string id, Cause cause, string? provider, SourcePlace place)
        {
            var reading = Read(knowledge, sample, provider);
            if (reading.RuleId == id || (sample.CauseOnly && reading.Cause == cause)) return;
            problems.Add(new SourceProblem(
                place.File.ShownPath, sample.Line,
                $"the sample of {id} was decided by {reading.RuleId} ({reading.Cause.Id}), read as {reading.Provider.Id}'s: \"{Shorten(sample.Reply)}\""));
        }
    }

    // A sample of a provider's rule is that provider's reply, unless it names the relay itself.
    private static Reading Read(KnowledgeBase knowledge, SampleDefinition sample, string? provider)
    {
        var host = sample.Relay;
        var known = provider is null || host.Length > 0 || sample.Recipient.Length > 0 ? null : knowledge.Providers.FirstOrDefault(candidate => candidate.Id == provider);
        return knowledge.Read(Encoding.UTF8.GetBytes(sample.Reply), new ReadingContext
        {
            Provider = known,
            RelayHost = Encoding.UTF8.GetBytes(host),
            RecipientDomain = Encoding.UTF8.GetBytes(sample.Recipient),
            Stage = sample.Stage,
            LoggedStatus = sample.Status,
            IsLocal = sample.IsLocal,
        });
    }

    private static string Shorten(string text) => text.Length <= 160 ? text : $"{text[..157]}...";
}
