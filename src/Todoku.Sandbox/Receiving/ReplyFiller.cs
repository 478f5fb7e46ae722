using System.Text;
using Todoku.Knowledge;
using Todoku.Mail;
using Todoku.Smtp.Replies;

namespace Todoku.Sandbox.Receiving;

/// <summary>
/// Makes the reply of a rule: one of its samples, in which the values that the knowledge reads out of it (the client's address, the sender's domain, the recipient)
/// are those at hand. So what is said here is what is read elsewhere, word for word.
/// </summary>
/// <param name="knowledge">The knowledge.</param>
public sealed class ReplyFiller(KnowledgeBase knowledge)
{
    /// <summary>The reply.</summary>
    /// <param name="ruleId">The rule.</param>
    /// <param name="sample">Which of its samples, from 0.</param>
    /// <param name="values">What is at hand.</param>
    /// <exception cref="InvalidOperationException">The knowledge has no such sample, or it is no reply.</exception>
    public Reply Make(string ruleId, int sample, ReplyValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var samples = knowledge.Samples.Of(ruleId);
        if (sample >= samples.Count) throw new InvalidOperationException($"The knowledge has no sample {sample + 1} of {ruleId}.");
        var text = samples[sample].Text;
        var octets = Encoding.UTF8.GetBytes(text);
        var reading = knowledge.Read(octets, new ReadingContext { Provider = ProviderOf(ruleId), Stage = samples[sample].Stage });
        var extracted = knowledge.ExtractValues(octets, reading);
        // The longest first: a domain may stand in an address.
        foreach (var (name, value) in extracted.OrderByDescending(one => one.Value.Length))
            if (values.Of(name) is { Length: > 0 } own) text = text.Replace(value, own, StringComparison.OrdinalIgnoreCase);
        return ReplyOf(text) ?? throw new InvalidOperationException($"The sample {sample + 1} of {ruleId} is no reply.");
    }

    /// <summary>A reply as logs have it, taken apart into its lines; null when it has no code.</summary>
    internal static Reply? ReplyOf(string text)
    {
        if (text.Length < 4 || !ushort.TryParse(text.AsSpan(0, 3), out var code) || code is < 400 or > 599) return null;
        var mark = text[..3];
        var status = EnhancedStatusCode.TryParsePrefix(Encoding.ASCII.GetBytes(text[4..]), out var found, out _) ? found : default;
        var lines = new List<string>();
        var rest = text;
        while (true)
        {
            var line = rest[4..];
            var end = NextLine(rest, mark, status);
            if (end >= 0) line = rest[4..end];
            lines.Add(WithoutStatus(line, status));
            if (end < 0) break;
            rest = rest[(end + 1)..];
        }
        return new Reply(code, status.IsNone || status.Class != code / 100 ? default : status, lines);
    }

    // A line of a joined reply begins with the code, and the enhanced code where the first has one.
    private static int NextLine(string text, string mark, EnhancedStatusCode status)
    {
        for (var at = text.IndexOf($" {mark}", 3, StringComparison.Ordinal); at >= 0; at = text.IndexOf($" {mark}", at + 1, StringComparison.Ordinal))
        {
            if (at + 4 >= text.Length || text[at + 4] is not ('-' or ' ')) continue;
            if (text[3] == '-' && status.IsNone) return at;
            if (!status.IsNone && text.AsSpan(at + 5).StartsWith(status.ToString())) return at;
        }
        return -1;
    }

    private static string WithoutStatus(string line, EnhancedStatusCode status)
    {
        var word = status.ToString();
        return !status.IsNone && line.StartsWith(word, StringComparison.Ordinal) ? line[word.Length..].TrimStart() : line;
    }

    private Provider? ProviderOf(string ruleId)
    {
        var family = ruleId.Split('.')[0];
        return knowledge.Providers.FirstOrDefault(provider => provider.Id == family);
    }
}
