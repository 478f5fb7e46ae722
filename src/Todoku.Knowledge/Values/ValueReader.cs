using System.Collections.Frozen;
using Todoku.Knowledge.Images;
using Todoku.Knowledge.Matching;
using Todoku.Mail;

namespace Todoku.Knowledge.Values;

/// <summary>Takes the values out of a reply: those that the rule's captures name first, then what can be told in any reply.</summary>
internal sealed class ValueReader
{
    private readonly KnowledgeImage _image;
    private readonly Lazy<FrozenDictionary<string, uint[]>> _rulesById;

    public ValueReader(KnowledgeImage image)
    {
        _image = image;
        _rulesById = new Lazy<FrozenDictionary<string, uint[]>>(IndexRules);
    }

    /// <summary>The values.</summary>
    /// <param name="raw">The reply as logged.</param>
    /// <param name="ruleId">The rule that decided.</param>
    /// <param name="blocklist">1 + the blocklist that the reply names; 0 for none.</param>
    public IReadOnlyList<ReplyValue> Read(ReadOnlySpan<byte> raw, string ruleId, uint blocklist)
    {
        var printed = new byte[SmtpReply.MaxLength];
        var reply = SmtpReply.Parse(raw, printed);
        var text = Fold(printed.AsSpan(0, reply.Text.Length), out var folded);
        var values = new ValueList();
        Captures(ruleId, new ValueText(text, folded), raw, values);
        if (blocklist > 0) values.Add(ReplyValueNames.Blocklist, _image.Utf8(_image.Blocklists[blocklist - 1].Id));
        General(new ValueText(text, folded), isOwnWords: reply.Code == 0 && !reply.Host.IsEmpty, values);
        return values.Values;
    }

    private void Captures(string ruleId, in ValueText text, ReadOnlySpan<byte> raw, ValueList values)
    {
        if (!_rulesById.Value.TryGetValue(ruleId, out var patterns)) return;
        var whole = default(ValueText);
        foreach (var pattern in patterns)
        {
            if (CaptureMatcher.Match(_image.Text(pattern), text, values)) continue;
            if (whole.Length == 0)
            {
                // A pattern may name the reply code too.
                var copy = raw[..Math.Min(raw.Length, SmtpReply.MaxLength)].ToArray();
                whole = new ValueText(Fold(copy, out var folded), folded);
            }
            CaptureMatcher.Match(_image.Text(pattern), whole, values);
        }
    }

    private static void General(in ValueText text, bool isOwnWords, ValueList values)
    {
        if (!isOwnWords) AddressExtractor.Extract(text, values); // the address in them is the relay's
        AuthenticationExtractor.Extract(text, values);
        MailboxExtractor.Extract(text, values);
        LimitExtractor.Extract(text, values);
        CodeExtractor.Extract(text, values);
        SessionExtractor.Extract(text, values);
        LinkExtractor.Extract(text, values);
    }

    // Runs of white space become one blank in place; the folded copy has every byte at the same place.
    private static ReadOnlySpan<byte> Fold(Span<byte> text, out ReadOnlySpan<byte> folded)
    {
        var written = 0;
        foreach (var raw in text)
        {
            var isBlank = ByteFolding.Map[raw] == ' ';
            if (isBlank && written > 0 && text[written - 1] == ' ') continue;
            text[written++] = isBlank ? (byte)' ' : raw;
        }
        var lower = new byte[written];
        for (var i = 0; i < written; i++) lower[i] = ByteFolding.Map[text[i]];
        folded = lower;
        return text[..written];
    }

    private FrozenDictionary<string, uint[]> IndexRules()
    {
        var patterns = new Dictionary<string, uint[]>(StringComparer.Ordinal);
        foreach (ref readonly var rule in _image.Rules.Span)
        {
            var next = rule.Lists + 1;
            for (var groups = _image.RuleLists[rule.Lists]; groups > 0; groups--) _image.RuleLists.List(next, out next);
            for (var list = 0; list < 3; list++) _image.RuleLists.List(next, out next);
            var captures = _image.RuleLists.List(next, out _);
            if (!captures.IsEmpty) patterns[_image.Text(rule.Id)] = captures.ToArray();
        }
        return patterns.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
