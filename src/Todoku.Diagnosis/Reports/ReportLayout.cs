namespace Todoku.Diagnosis.Reports;

/// <summary>How a report is laid out; formats that have no use for a part pass it over.</summary>
public sealed record ReportLayout
{
    /// <summary>The narrowest width that is used, in columns.</summary>
    public const int MinWidth = 40;

    /// <summary>Below this lines are wrapped rather than cut, and tables take two lines a row.</summary>
    public const int NarrowBelow = 60;

    /// <summary>The widest: longer lines are hard to read.</summary>
    public const int MaxWidth = 140;

    /// <summary>The width when there is no terminal.</summary>
    public const int DefaultWidth = 80;

    /// <summary>Width in columns. <value>Default: 80.</value></summary>
    public int Width
    {
        get;
        init => field = Math.Clamp(value, MinWidth, MaxWidth);
    } = DefaultWidth;

    /// <summary>Whether colours and bold may be used. <value>Default: no.</value></summary>
    public bool UseColour { get; init; }

    /// <summary>Whether everything is shown rather than one screen. <value>Default: no.</value></summary>
    public bool Verbose { get; init; }
}
