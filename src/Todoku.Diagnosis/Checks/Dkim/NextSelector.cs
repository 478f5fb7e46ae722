using System.Globalization;

namespace Todoku.Diagnosis.Checks.Dkim;

/// <summary>Names the selector for the next key: <c>s1</c> is followed by <c>s2</c>, <c>mail</c> by <c>mail2</c>, a date by its second.</summary>
public static class NextSelector
{
    // More digits are a date or an account.
    private const int MaxDigits = 3;
    private const int MaxLength = 60;

    /// <summary>The next name; empty for a selector that is too long to be followed.</summary>
    public static string After(string selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        if (selector.Length is 0 or > MaxLength) return "";
        var word = selector.TrimEnd("0123456789".ToCharArray());
        var digits = selector[word.Length..];
        return digits.Length == 0 ? $"{selector}2"
            : digits.Length <= MaxDigits ? word + (int.Parse(digits, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture)
            : $"{selector}-2";
    }
}
