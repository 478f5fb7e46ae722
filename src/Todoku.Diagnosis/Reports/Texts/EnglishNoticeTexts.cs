namespace Todoku.Diagnosis.Reports.Texts;

internal sealed class EnglishNoticeTexts : NoticeTexts
{
    public override string Of(Notice notice) => notice.Kind switch
    {
        NoticeKind.FileNotRead => $"Not read: {notice.Detail}.",
        NoticeKind.FileCutShort => $"Read only in part: {notice.Detail}.",
        NoticeKind.InFlightLimit => $"More messages were under way than are remembered ({notice.Detail}); the oldest lost their sender and submitter.",
        NoticeKind.GroupLimit => $"Too many different groups to keep apart ({notice.Detail}); the rest is counted together.",
        NoticeKind.ClockJump => $"The clock of the log jumps back ({notice.Detail}); times near the jumps are uncertain.",
        NoticeKind.LongLines => $"Very long lines were cut ({notice.Detail}).",
        NoticeKind.YearInferred => "The time stamps carry no year; it was inferred. Check it if the log is old.",
        NoticeKind.SendersUnknown =>
            $"For many attempts the log does not tell who sent them ({notice.Detail}). Give the older, rotated logs as well to see senders.",
    };
}
