using Todoku.Knowledge;

namespace Todoku.Diagnosis.Reports.Texts;

internal sealed class JapaneseCauseNames : CauseNames
{
    public override string Of(Cause cause) => cause switch
    {
        Cause.Unknown => "原因不明",
        Cause.IpReputation => "IPアドレスの評価",
        Cause.IpBlocklisted => "IPアドレスのブロックリスト掲載",
        Cause.DomainReputation => "ドメインの評価",
        Cause.SpamContent => "迷惑メール判定",
        Cause.Unauthenticated => "SPF・DKIMともになし",
        Cause.SpfFail => "SPF認証の失敗",
        Cause.DkimFail => "DKIM認証の失敗",
        Cause.DmarcFail => "DMARC認証の失敗",
        Cause.NoPtr => "逆引き（PTR）",
        Cause.BadHelo => "HELO名",
        Cause.SenderRejected => "送信者アドレスの拒否",
        Cause.ReturnPathMismatch => "Return-Pathがサーバー名",
        Cause.RateLimited => "送信量・速度の制限",
        Cause.Greylisted => "グレイリスト",
        Cause.RecipientUnknown => "宛先不明",
        Cause.RecipientDisabled => "宛先の利用停止",
        Cause.MailboxFull => "宛先の容量超過",
        Cause.RecipientRefused => "受信者のフィルター",
        Cause.ContentBlocked => "添付・リンクの拒否",
        Cause.Virus => "ウイルス検出",
        Cause.MessageTooLarge => "サイズ超過",
        Cause.RfcViolation => "メール形式の不備",
        Cause.Policy => "受信側のポリシー",
        Cause.RelayDenied => "中継の拒否",
        Cause.AuthRequired => "送信認証が必要",
        Cause.TlsRequired => "TLSが必要",
        Cause.TlsFailed => "TLSの失敗",
        Cause.HostNotFound => "宛先ホストがDNSにない",
        Cause.ConnectionRefused => "接続の拒否",
        Cause.ConnectionTimeout => "応答なし（タイムアウト）",
        Cause.RemoteError => "受信側の障害",
        Cause.Expired => "キューでの期限切れ",
        Cause.LocalConfig => "自サーバーの設定",
    };
}
