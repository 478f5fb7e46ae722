using Todoku.Diagnosis.Checks;

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
}
