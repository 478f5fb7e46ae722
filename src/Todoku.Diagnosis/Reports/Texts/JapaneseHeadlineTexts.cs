namespace Todoku.Diagnosis.Reports.Texts;

internal sealed class JapaneseHeadlineTexts(CountTexts count) : HeadlineTexts
{
    public override string MailFails => "メールが届いていません";

    public override string NothingToDo => "対応は不要です。メールは届いています";

    public override string NothingToDoAnyMore => "対応は不要です。メールは再び届くようになりました";

    public override string NothingForYou => "対応は不要です。届かないメールがありますが、原因はお使いのサーバー側ではありません";

    public override string NotEnoughEvidence => "原因を判断するには記録が足りません";

    public override string NotUnderstood => "このログは読み取れませんでした";

    public override string Refuses(string provider) => $"{provider}がメールを拒否しています";

    public override string DoesNotGetThrough(string provider) => $"{provider}宛てのメールが届いていません";

    public override string Failed(string provider) => $"{provider}宛てのメールが届かない期間がありました（現在は解消）";

    public override string Delivered(long delivered, long attempts, long recipientFaults) =>
        $"配送{Figures.Number(attempts)}回のうち{Figures.Number(delivered)}回が届きました。"
        + (recipientFaults > 0 ? $"受信者側の事情による失敗は{Figures.Number(recipientFaults)}回です。" : "");

    public override string TooLittle(long attempts) => attempts == 0
        ? "ログに配送の記録がありません。メールサーバーのログ（mail.log、maillog）と、ローテーション済みの古いログを指定してください。"
        : $"配送の記録が{Figures.Number(attempts)}回分しかありません。ローテーション済みの古いログも指定するか、記録がたまるのを待ってください。";

    public override string Unreadable(long deliveryLines) =>
        $"配送の記録らしい行が{Figures.Number(deliveryLines)}行ありますが、1行も解釈できなかったため、メールが届いているかどうかは判断できません。"
        + "該当する行は --verbose で確認できます。対応しているログの形式は docs/commands.md にあります。";

    public override string SinceFor(string since, string length) => $"{since}から（{length}）";

    public override string FromUntil(string since, string until) => $"{since}から{until}まで";

    public override string Extent(long failed, double share, long recipients) =>
        $"失敗{Figures.Number(failed)}回（{count.Percent(share)}）、宛先{Figures.Number(recipients)}件";

    public override string WhoseDoing(string fault) => $"原因の所在：{fault}";
}
