using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Reports.Texts;

namespace Todoku.Diagnosis.Reports.Checks;

/// <summary>What is known of the sender, as lines under the headline.</summary>
public static class SubjectFacts
{
    /// <summary>The lines.</summary>
    public static IReadOnlyList<(string Label, string Value)> Of(CheckSubject subject, ReportTexts texts)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(texts);
        var words = texts.Check;
        return
        [
            (words.Addresses, Joined(subject.Addresses.Select(address => address.ToString()), texts)),
            (words.Helo, subject.HeloName?.ToString() ?? words.Unknown),
            (words.ReturnPath, subject.ReturnPathDomain?.ToString() ?? words.Unknown),
            (words.Selectors, Joined(subject.Selectors.Where(hint => hint.Origin != SelectorOrigin.Guess).Select(hint => hint.Selector), texts)),
        ];
    }

    private static string Joined(IEnumerable<string> values, ReportTexts texts) => values.ToArray() is { Length: > 0 } known ? texts.Label.Join(known) : texts.Check.Unknown;
}
