using System.Text;
using Todoku.Diagnosis.Messages.Charsets;
using Todoku.Knowledge;
using Todoku.Mail.Messages;

namespace Todoku.Diagnosis.Checks.Messages;

/// <summary>Whether encoded words in the header have their form, declare their true charset and hold whole characters (RFC 2047, section 5).</summary>
public sealed class EncodedWordsPoint : IMessageCheck
{
    private const int MaxFields = 200;

    private static readonly string[] Shown = ["Subject", "From", "To", "Cc", "Reply-To", "Sender", "Comments"];

    /// <inheritdoc/>
    public string Id => "message-encoded-words";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["right", "none", "broken", "mislabelled", "split", "too-long"];

    /// <inheritdoc/>
    public bool NeedsWhole => false;

    /// <inheritdoc/>
    public Task<IReadOnlyList<CheckResult>> RunAsync(MessageContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var found = Shown.SelectMany(name => context.Message.Headers.All(Encoding.ASCII.GetBytes(name))).Take(MaxFields)
            .SelectMany(field => Look(field)).ToArray();
        if (found.Length == 0) return PointResult.Task(PointResult.Of(this, "none", CheckStatus.NotApplicable, "message", []));
        CheckResult[] results = [.. found.Where(one => one.Outcome != "right").GroupBy(one => one.Outcome).Select(group => Result(group.Key, [.. group]))];
        if (results.Length > 0) return Task.FromResult<IReadOnlyList<CheckResult>>(results);
        return PointResult.Task(PointResult.Of(this, "right", CheckStatus.Pass, "message", [], new ReplyValue(CheckValueNames.Count, Figure.Of(found.Length))));
    }

    private CheckResult Result(string outcome, IReadOnlyList<(string Field, EncodedWord Word, string Outcome, TrueCharset Charset)> group)
    {
        var names = string.Join(", ", group.Select(one => one.Field).Distinct());
        return PointResult.Of(this, outcome, outcome == "too-long" ? CheckStatus.Warning : CheckStatus.Problem, names, group.Select(one => $"{one.Field}: {one.Word.Written}"),
            new ReplyValue(CheckValueNames.Names, names), new ReplyValue(CheckValueNames.Term, group[0].Word.Charset),
            new ReplyValue(CheckValueNames.Name, DeclaredCharset.NameOf(group[0].Charset)));
    }

    private static IEnumerable<(string Field, EncodedWord Word, string Outcome, TrueCharset Charset)> Look(HeaderField field)
    {
        var name = Encoding.ASCII.GetString(field.Name);
        var words = EncodedWords.Of(field.Unfold());
        // Characters that were cut in two between words are whole again when all words of the field are put together.
        var whole = CharsetGuess.Of(words.SelectMany(word => word.Octets).ToArray());
        foreach (var word in words)
        {
            var charset = CharsetGuess.Of(word.Octets);
            var outcome = word.Flaw switch
            {
                EncodedWordFlaw.Broken => "broken",
                EncodedWordFlaw.TooLong => "too-long",
                _ when DeclaredCharset.Fits(word.Charset, charset) => "right",
                _ => DeclaredCharset.Fits(word.Charset, whole) ? "split" : "mislabelled",
            };
            yield return (name, word, outcome, outcome == "mislabelled" && charset == TrueCharset.Other ? whole : charset);
        }
    }
}
