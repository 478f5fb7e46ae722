using Todoku.Authentication.Dmarc.Records;

namespace Todoku.Cli.Texts;

internal sealed class JapaneseDmarcRecordTexts : DmarcRecordTexts
{
    public override string Problem(DmarcProblem problem) => problem.Kind switch
    {
        DmarcProblemKind.MissingPolicy => "p がありません。「v=DMARC1;」の後に p=none、p=quarantine、p=reject のいずれかを書いてください。",
        DmarcProblemKind.InvalidValue => $"{problem.Tag}={problem.Value} は無効です。次のいずれかを書いてください：{string.Join("、", problem.Expected)}",
        DmarcProblemKind.InvalidReportAddress => $"{problem.Tag} の「{problem.Value}」はレポートの宛先になりません。mailto:dmarc@example.com の形で、複数ならコンマで区切って書いてください。",
        DmarcProblemKind.DuplicateTag => $"{problem.Tag} が2回あるため、{problem.Tag}={problem.Value} は無視されます。1つにしてください。",
        DmarcProblemKind.NotATag => $"「{problem.Value}」はタグではありません。「名前=値」の形で、セミコロンで区切って書いてください。",
        DmarcProblemKind.UnknownTag => $"{problem.Tag} はDMARCのタグではないため無視されます。書き間違いではありませんか。",
        DmarcProblemKind.RemovedTag when problem.Tag == "pct" => "pct はDMARCの規格（RFC 9989）から削除され、無視されます。試験運用には t=y を使ってください。",
        DmarcProblemKind.RemovedTag => $"{problem.Tag} はDMARCの規格（RFC 9989）から削除され、無視されます。消してかまいません。",
        DmarcProblemKind.NewerTag => $"{problem.Tag} はRFC 7489にないタグです。この規格に従う受信側では無視されます。",
        DmarcProblemKind.PolicyNotSecond => "p が「v=DMARC1;」の直後にありません。古い受信サーバーのために、直後に移してください。",
        DmarcProblemKind.ReportSize => $"{problem.Tag} の「{problem.Value}」のサイズ制限は廃止され、無視されます。消してかまいません。",
        DmarcProblemKind.NoReports => "rua がないため、自分のドメインを使ったメールの状況が報告されません。rua=mailto:アドレス を追加してください。",
        DmarcProblemKind.TooManyTags => "タグが多すぎるため、一部は読み取っていません。",
    };
}
