using Todoku.Knowledge;

namespace Todoku.Diagnosis.Reports.Texts;

/// <summary>
/// All that reports say themselves, in one language. Each topic is an abstract class with a sealed one per language, so that the
/// compiler finds a text that one of them lacks.
/// </summary>
public sealed record ReportTexts
{
    private static readonly CountTexts EnglishCounts = new EnglishCountTexts();
    private static readonly CountTexts JapaneseCounts = new JapaneseCountTexts();

    private ReportTexts()
    {
    }

    /// <summary>English.</summary>
    public static ReportTexts English { get; } = new()
    {
        Language = Language.English,
        Headline = new EnglishHeadlineTexts(EnglishCounts),
        Label = new EnglishLabelTexts(),
        Count = EnglishCounts,
        Time = new EnglishTimeTexts(),
        Cause = new EnglishCauseNames(),
        Fault = new EnglishFaultNames(),
        Value = new EnglishValueNames(),
        Notice = new EnglishNoticeTexts(),
        Check = new EnglishCheckTexts(),
        Publishing = new EnglishPublishingTexts(),
        Fact = new EnglishFactTexts(),
    };

    /// <summary>Japanese.</summary>
    public static ReportTexts Japanese { get; } = new()
    {
        Language = Language.Japanese,
        Headline = new JapaneseHeadlineTexts(JapaneseCounts),
        Label = new JapaneseLabelTexts(),
        Count = JapaneseCounts,
        Time = new JapaneseTimeTexts(),
        Cause = new JapaneseCauseNames(),
        Fault = new JapaneseFaultNames(),
        Value = new JapaneseValueNames(),
        Notice = new JapaneseNoticeTexts(),
        Check = new JapaneseCheckTexts(),
        Publishing = new JapanesePublishingTexts(),
        Fact = new JapaneseFactTexts(),
    };

    /// <summary>The language.</summary>
    public required Language Language { get; init; }

    /// <summary>The overall answer.</summary>
    public required HeadlineTexts Headline { get; init; }

    /// <summary>Titles and column heads.</summary>
    public required LabelTexts Label { get; init; }

    /// <summary>Numbers.</summary>
    public required CountTexts Count { get; init; }

    /// <summary>Times.</summary>
    public required TimeTexts Time { get; init; }

    /// <summary>Causes.</summary>
    public required CauseNames Cause { get; init; }

    /// <summary>Faults.</summary>
    public required FaultNames Fault { get; init; }

    /// <summary>Values of replies, identities.</summary>
    public required ValueNames Value { get; init; }

    /// <summary>Notices.</summary>
    public required NoticeTexts Notice { get; init; }

    /// <summary>The checklist.</summary>
    public required CheckTexts Check { get; init; }

    /// <summary>Records to publish.</summary>
    public required PublishingTexts Publishing { get; init; }

    /// <summary>DNS beside the log.</summary>
    public required FactTexts Fact { get; init; }

    /// <summary>The texts of a language.</summary>
    public static ReportTexts Of(Language language) => language == Language.Japanese ? Japanese : English;
}
