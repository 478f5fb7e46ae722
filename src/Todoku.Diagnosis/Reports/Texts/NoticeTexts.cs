namespace Todoku.Diagnosis.Reports.Texts;

/// <summary>What a notice says, and what may be done about it.</summary>
public abstract class NoticeTexts
{
    /// <summary>One or two sentences.</summary>
    public abstract string Of(Notice notice);
}
