using Todoku.Authentication.Dmarc;
using Todoku.Diagnosis.Messages.Routes;

namespace Todoku.Cli.Texts;

internal sealed class JapaneseMessageTexts : MessageTexts
{
    public override string Command => "受信側の視点でメールを調べます（認証、ヘッダー、文字コード、リンク、サイズ）。エラー通知や苦情の報告は内容を説明します。";

    public override string IpOption => "メールを渡してきた送信元のIPアドレス。省略すると、受信サーバーがヘッダーに残した記録を使います。";

    public override string SenderOption => "エンベロープの差出人（MAIL FROM）。省略するとReturn-Pathを使います。";

    public override string HeloOption => "送信元サーバーがHELOまたはEHLOで名乗った名前。";

    public override string ReceiverOption => "受信サーバーの名前。Authentication-Results に使います。";

    public override string BatchOption => "{\"id\",\"file\",\"ip\",\"sender\",\"helo\",\"time\"} のJSON行を読み、1行ごとに結果をJSON行で出力します。";

    public override string NoSpf => "SPF：判定していません。--ip と、--sender または --helo を指定してください。";

    public override string NumberOption => "メールボックス（mbox）のN番目のメールを調べます（1から数えます。省略時は先頭）。";

    public override string AllOption => "メールボックスのすべてのメールを調べます。";

    public override string HandedOverBy => "送信元サーバー";

    public override string StandardInput => "標準入力";

    public override string NotKnown => "不明";

    public override string BadNumber => "--number には1以上の番号を指定してください";

    public override string Source(EnvelopeSource source) => source switch
    {
        EnvelopeSource.Unknown => "",
        EnvelopeSource.Given => "指定された値",
        EnvelopeSource.ReceivedSpf => "Received-SPFの記録",
        EnvelopeSource.Received => "Receivedの記録",
        EnvelopeSource.ReturnPath => "",
    };

    public override string Aligned(AlignmentOutcome outcome) => outcome switch
    {
        AlignmentOutcome.Identical => "Fromと同じドメイン",
        AlignmentOutcome.SameOrganization => "Fromと同じ組織のドメイン",
        AlignmentOutcome.WouldAlign => "Fromと一致するが不合格",
        AlignmentOutcome.NotAuthenticated => "不合格",
        AlignmentOutcome.NotADomain => "ドメイン名ではありません",
        AlignmentOutcome.StrictAndDifferent => "Fromと異なる（strict指定）",
        AlignmentOutcome.OutsideOrganization or AlignmentOutcome.OwnOrganization => "Fromと異なるドメイン",
        AlignmentOutcome.LookupFailed => "DNSの応答がなく不明",
        AlignmentOutcome.TooMany => "未確認",
    };

    public override string MailboxNotice(string path, int count) => $"{path} は{count}通のメールボックスです。先頭の1通を調べました。ほかのメールは --number N または --all で調べられます";

    public override string NoSuchNumber(string path, int number, int count) => $"{path} に{number}番目のメールはありません（{count}通）";

    public override string IsFolder(string path) => $"{path} はフォルダーです。中のメールファイルを1つ指定してください";

    public override string NumberHeading(int number, string messageId) => messageId.Length > 0 ? $"{number}通目：{messageId}" : $"{number}通目";

    public override string Refused(string recipients, string host, string status)
    {
        var said = host.Length > 0 ? $"{host} の応答により、" : "";
        return $"{said}{recipients} に配送されませんでした{(status.Length > 0 ? $"（ステータス {status}）" : "")}。";
    }
}
