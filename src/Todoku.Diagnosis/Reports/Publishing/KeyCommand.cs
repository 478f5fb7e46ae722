using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Checks.Dkim;
using Todoku.Diagnosis.Checks.Publishing;
using Todoku.Diagnosis.Reports.Texts;

namespace Todoku.Diagnosis.Reports.Publishing;

/// <summary>The command that makes a key: nobody else can know its private half.</summary>
public static class KeyCommand
{
    /// <summary>The command for a selector.</summary>
    public static string Of(SelectorHint hint)
    {
        ArgumentNullException.ThrowIfNull(hint);
        return $"todoku dkim keygen --domain {hint.Domain} --selector {hint.Selector} --out {hint.Selector}.key";
    }

    /// <summary>The plan's remarks on keys: each sentence with the command that it announces.</summary>
    public static IEnumerable<(string Text, string Command)> RemarksOn(PublicationPlan plan, PublishingTexts texts)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(texts);
        foreach (var hint in plan.MissingKeys) yield return (texts.MakeKey(NameOf(hint)), Of(hint));
        foreach (var hint in plan.KeysToRenew)
        {
            if (NextSelector.After(hint.Selector) is { Length: > 0 } next) yield return (texts.RenewKey(NameOf(hint)), Of(hint with { Selector = next }));
        }
    }

    private static string NameOf(SelectorHint hint) => $"{hint.Selector}._domainkey.{hint.Domain}";
}
