using System.Collections.Frozen;
using Todoku.Mail;

namespace Todoku.Relay.Policy.Signing;

/// <summary>
/// The keys that mail is signed with, and which of them sign a message: those of the longest domain that the author's lies in; where there is none, the
/// relay's own, whose signatures do not align for DMARC.
/// </summary>
public sealed class SigningKeys
{
    private readonly FrozenDictionary<DomainName, SigningKey[]> _keys;
    private readonly SigningKey[] _fallback;
    private readonly KeyFile[] _files;

    /// <summary>Reads the keys.</summary>
    /// <param name="options">Which.</param>
    /// <param name="files">Where they lie.</param>
    /// <param name="time">The clock by which files are looked at again.</param>
    public SigningKeys(SigningOptions options, IKeyFiles files, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        var read = new Dictionary<string, KeyFile>(StringComparer.Ordinal);
        var keys = new Dictionary<DomainName, List<SigningKey>>();
        var fallback = new List<SigningKey>();
        foreach (var rule in options.Rules)
        {
            if (!read.TryGetValue(rule.KeyFile, out var file)) read[rule.KeyFile] = file = new KeyFile(rule.KeyFile, options.LookInterval, files, time);
            SigningKey Key(DomainName domain) => new(domain, rule.Selector, file, options);
            if (rule.IsFallback) fallback.Add(Key(rule.SigningDomain ?? throw new ArgumentException("A fallback needs a signing domain.", nameof(options))));
            foreach (var domain in rule.AuthorDomains)
            {
                if (!keys.TryGetValue(domain, out var list)) keys[domain] = list = [];
                list.Add(Key(rule.SigningDomain ?? domain));
            }
        }
        _keys = keys.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray());
        _fallback = [.. fallback];
        _files = [.. read.Values];
    }

    /// <summary>What is wrong with key files, as far as it is known; each is looked at when its key is wanted.</summary>
    public IReadOnlyList<KeyTrouble> Troubles => [.. _files.Select(file => file.Trouble).OfType<KeyTrouble>()];

    /// <summary>The keys that sign a message; none when nothing signs it.</summary>
    /// <param name="author">The domain of its From field; null when there is no one domain.</param>
    /// <param name="isFallback">Whether the relay signs in its own name.</param>
    internal IReadOnlyList<SigningKey> For(DomainName? author, out bool isFallback)
    {
        isFallback = false;
        for (var domain = author; domain is { IsRoot: false }; domain = domain.Parent)
        {
            if (_keys.TryGetValue(domain, out var keys)) return keys;
        }
        isFallback = _fallback.Length > 0;
        return _fallback;
    }
}
