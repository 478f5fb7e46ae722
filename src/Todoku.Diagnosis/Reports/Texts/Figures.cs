using System.Globalization;

namespace Todoku.Diagnosis.Reports.Texts;

/// <summary>Figures as they are written in either language.</summary>
public static class Figures
{
    /// <summary>A number with thousands separators.</summary>
    public static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A share of 0 to 1: whole percents, one decimal near the ends, never "100 %" or "0 %" when it is not all or none.</summary>
    public static string Percent(double share)
    {
        var percent = share * 100;
        if (percent is <= 0 or >= 100) return percent <= 0 ? "0 %" : "100 %";
        if (percent is >= 1 and <= 99) return $"{Math.Round(percent)} %";
        var tenths = Math.Clamp(Math.Round(percent, 1), 0.1, 99.9);
        return string.Create(CultureInfo.InvariantCulture, $"{tenths:0.#} %");
    }
}
