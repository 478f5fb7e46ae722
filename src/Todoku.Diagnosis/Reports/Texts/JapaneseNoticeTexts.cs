namespace Todoku.Diagnosis.Reports.Texts;

internal sealed class JapaneseNoticeTexts : NoticeTexts
{
    public override string Of(Notice notice) => notice.Kind switch
    {
        NoticeKind.FileNotRead => $"読み取れなかったもの：{notice.Detail}",
        NoticeKind.FileCutShort => $"途中までしか読み取れなかったもの：{notice.Detail}。",
        NoticeKind.InFlightLimit => $"配送中のメールが記憶できる数を超えました（{notice.Detail}）。古いものは送信者と投入元が分かりません。",
        NoticeKind.GroupLimit => $"分類の数が上限を超えたため（{notice.Detail}）、残りはまとめて数えています。",
        NoticeKind.ClockJump => $"ログの時刻が逆戻りしています（{notice.Detail}）。その前後の時刻は正確でないことがあります。",
        NoticeKind.LongLines => $"長すぎる行を途中で切りました（{notice.Detail}）。",
        NoticeKind.YearInferred => "ログの時刻に年がないため、推定しています。古いログの場合は年を確認してください。",
        NoticeKind.SendersUnknown => $"配送の多く（{notice.Detail}）は、送信者がログから分かりません。ローテーション済みの古いログも一緒に指定してください。",
    };
}
