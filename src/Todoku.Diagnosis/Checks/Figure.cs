using System.Globalization;

namespace Todoku.Diagnosis.Checks;

/// <summary>Writes a number for a text.</summary>
internal static class Figure
{
    public static string Of(int value) => value.ToString(CultureInfo.InvariantCulture);
}
