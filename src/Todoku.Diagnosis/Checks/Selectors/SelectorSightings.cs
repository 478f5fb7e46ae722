using System.Diagnostics.CodeAnalysis;
using System.Text;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Selectors;

/// <summary>
/// Gathers which selectors were seen to sign, from logs or messages, and when. Of each signing domain those count that were seen within
/// <see cref="Recent"/> of its last signature: a selector that was given up since may have lost its key without harm.
/// </summary>
/// <param name="origin">Where they are seen.</param>
public sealed class SelectorSightings(SelectorOrigin origin)
{
    /// <summary>How long before a domain's last signature a selector may have been seen last.</summary>
    public static readonly TimeSpan Recent = TimeSpan.FromDays(7);

    // A host of thousands of customers; what comes later is passed over.
    private const int MaxPairs = 10_000;
    private const int MaxText = 255;

    private readonly Dictionary<(string Domain, string Selector), long> _seen = [];
    private byte[] _last = [];
    private (string Domain, string Selector) _lastKey;

    /// <summary>Notes a signature; what is no name is passed over.</summary>
    /// <param name="domain">The signing domain (d=).</param>
    /// <param name="selector">The selector (s=).</param>
    /// <param name="utcTicks">When it was made or seen.</param>
    public void Note(ReadOnlySpan<byte> domain, ReadOnlySpan<byte> selector, long utcTicks)
    {
        if (domain.IsEmpty || selector.IsEmpty || domain.Length > MaxText || selector.Length > MaxText) return;
        // A log repeats the same pair line after line.
        if (!IsLast(domain, selector))
        {
            _last = [.. domain, 0, .. selector];
            _lastKey = (Encoding.Latin1.GetString(domain).ToLowerInvariant(), Encoding.Latin1.GetString(selector).ToLowerInvariant());
        }
        if (_seen.TryGetValue(_lastKey, out var before)) _seen[_lastKey] = Math.Max(before, utcTicks);
        else if (_seen.Count < MaxPairs) _seen.Add(_lastKey, utcTicks);
    }

    /// <summary>The selectors in use, the one seen last first.</summary>
    /// <param name="isOwn">Which signing domains count.</param>
    public IReadOnlyList<SelectorHint> Hints(Func<DomainName, bool> isOwn)
    {
        ArgumentNullException.ThrowIfNull(isOwn);
        List<(SelectorHint Hint, long Seen)> found = [];
        foreach (var group in _seen.GroupBy(pair => pair.Key.Domain))
        {
            if (!DomainName.TryParse(group.Key, out var domain) || domain.LabelCount < 2 || !isOwn(domain)) continue;
            var newest = group.Max(pair => pair.Value);
            foreach (var ((_, text), seen) in group)
            {
                if (newest - seen > Recent.Ticks || !TryName(text, out var selector)) continue;
                found.Add((new SelectorHint(selector, domain, origin) { LastSeen = seen > 0 ? new DateTimeOffset(seen, TimeSpan.Zero) : null }, seen));
            }
        }
        return [.. found.OrderByDescending(one => one.Seen).ThenBy(one => one.Hint.Selector, StringComparer.Ordinal).Select(one => one.Hint)];
    }

    // What stands in a stranger's message goes into commands that people copy: RFC 6376, section 3.1, has letters, digits and hyphens; underscores are met with.
    private static bool TryName(string text, [NotNullWhen(true)] out string? selector)
    {
        selector = text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') && DomainName.TryParse(text, out var name) && !name.IsRoot ? name.ToString() : null;
        return selector is not null;
    }

    private bool IsLast(ReadOnlySpan<byte> domain, ReadOnlySpan<byte> selector) =>
        _last.Length == domain.Length + 1 + selector.Length && _last.AsSpan().StartsWith(domain) && _last[domain.Length] == 0 && _last.AsSpan().EndsWith(selector);
}
