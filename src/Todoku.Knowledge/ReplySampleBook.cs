using System.Collections.Concurrent;
using Todoku.Knowledge.Sources;

namespace Todoku.Knowledge;

/// <summary>
/// The real replies that stand under the rules, for who has to say what is read elsewhere. They are no part of the compiled knowledge: a file is read from its source when
/// a rule of it is first asked for.
/// </summary>
public sealed class ReplySampleBook
{
    private readonly Lazy<IReadOnlyList<SourceFile>> _files;
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<ReplySample>>> _read = new(StringComparer.Ordinal);

    internal ReplySampleBook(Func<IReadOnlyList<SourceFile>> files) => _files = new Lazy<IReadOnlyList<SourceFile>>(files);

    /// <summary>The samples of a rule or blocklist (<c>google.low-ip-reputation</c>, <c>recipient.user-unknown</c>, <c>blocklist.spamhaus-sbl</c>), in the order of its file; empty when there is no such rule.</summary>
    public IReadOnlyList<ReplySample> Of(string ruleId)
    {
        ArgumentNullException.ThrowIfNull(ruleId);
        var family = ruleId.Split('.')[0];
        return _read.GetOrAdd(family, Read).GetValueOrDefault(ruleId, []);
    }

    private IReadOnlyDictionary<string, IReadOnlyList<ReplySample>> Read(string family)
    {
        var path = family == "blocklist" ? "blocklists.toml" : $"providers/{family}.toml";
        var files = _files.Value.Where(file => file.Path == path || file.Folder == "rules").OrderBy(file => file.Path != path).ToArray();
        // The words of a provider say whose its file is; those of general rules are in any of theirs.
        if (files is [{ Path: var first }, ..] && first == path) files = [.. files.Where(file => file.Path == path)];
        var source = KnowledgeReader.ReadAlone(files);
        var rules = source.Rules.Select(rule => (rule.Id, rule.Samples)).Concat(source.Blocklists.Select(list => ($"blocklist.{list.Id}", list.Samples)));
        return rules.GroupBy(rule => rule.Item1, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => (IReadOnlyList<ReplySample>)[.. group.First().Item2.Select(sample => new ReplySample(sample.Reply, sample.Stage))], StringComparer.Ordinal);
    }
}
