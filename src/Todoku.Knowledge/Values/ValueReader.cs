using System.Collections.Frozen;
using Todoku.Knowledge.Images;
using Todoku.Mail;

namespace Todoku.Knowledge.Values;

/// <summary>Takes the values out of a reply: those that the rule's captures name first, then what can be told in any reply.</summary>
internal sealed class ValueReader
{
    private readonly KnowledgeImage _image;
    private readonly Lazy<FrozenDictionary<string, Capture[]>> _captures;

    public ValueReader(KnowledgeImage image)
    {
        _image = image;
        _captures = new Lazy<FrozenDictionary<string, Capture[]>>(IndexCaptures);
    }

    /// <summary>The values.</summary>
    /// <param name="raw">The reply as logged.</param>
    /// <param name="ruleId">The rule that decided.</param>
    /// <param name="blocklist">1 + the blocklist that the reply names; 0 for none.</param>
    public IReadOnlyList<ReplyValue> Read(ReadOnlySpan<byte> raw, string ruleId, uint blocklist)
    {
        var scratch = ValueScratch.OfReply;
        var reply = SmtpReply.Parse(raw, scratch.Text);
        var text = scratch.Prepare(reply.Text.Length);
        var values = new ValueList();
        Captures(ruleId, text, raw, values);
        if (blocklist > 0) values.Add(ReplyValueNames.Blocklist, _image.Utf8(_image.Blocklists[blocklist - 1].Id));
        General(text, isOwnWords: reply.Code == 0 && !reply.Host.IsEmpty, values);
        return values.Values;
    }

    private void Captures(string ruleId, in ValueText text, ReadOnlySpan<byte> raw, ValueList values)
    {
        if (!_captures.Value.TryGetValue(ruleId, out var captures)) return;
        var whole = default(ValueText);
        foreach (var capture in captures)
        {
            if (capture.Match(text, values)) continue;
            if (whole.Length == 0)
            {
                // A pattern may name the reply code too.
                var scratch = ValueScratch.OfWhole;
                var length = Math.Min(raw.Length, scratch.Text.Length);
                raw[..length].CopyTo(scratch.Text);
                whole = scratch.Prepare(length);
            }
            capture.Match(whole, values);
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

    private FrozenDictionary<string, Capture[]> IndexCaptures()
    {
        var all = new Dictionary<string, Capture[]>(StringComparer.Ordinal);
        foreach (ref readonly var rule in _image.Rules.Span)
        {
            var next = rule.Lists + 1;
            for (var groups = _image.RuleLists[rule.Lists]; groups > 0; groups--) _image.RuleLists.List(next, out next);
            for (var list = 0; list < 3; list++) _image.RuleLists.List(next, out next);
            var patterns = _image.RuleLists.List(next, out _).ToArray();
            if (patterns.Length > 0) all[_image.Text(rule.Id)] = [.. patterns.Select(pattern => Capture.Of(_image.Text(pattern))).OfType<Capture>()];
        }
        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
