using System.Globalization;
using Todoku.Relay.Bounces.Notices;

namespace Todoku.Relay.Bounces.Texts;

/// <summary>In Japanese.</summary>
internal sealed class JapaneseNoticeTexts : NoticeTexts
{
    public static JapaneseNoticeTexts Instance { get; } = new();

    public override string Tag => "ja";

    public override string DoubleBounce => "これは、サーバー管理者への写しです。元のメールは配送通知など返信先のないメールのため、送信者にお知らせすることができません。";

    public override string WeSay => "このサーバーの記録：";

    public override string WhatToDo => "対処方法：";

    public override string AdviceWhileTried => "今のところ、必要な操作はありません。お急ぎの場合は、電話など別の方法で受信者に連絡してください。";

    public override string OurAddress => "このサーバーのアドレス";

    public override string Subject(NoticeKind kind, string address, int more) =>
        (kind switch { NoticeKind.Failure => "メールを配送できませんでした：", NoticeKind.Delay => "メールの配送が遅れています：", _ => "メールを引き渡しました：" })
        + address + (more == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" ほか{more}件"));

    public override string MessageSubject(string subject) => $"件名：{subject}";

    public override string MessageTime(string time) => $"受付日時：{time}";

    public override string TimeOf(DateTimeOffset time) => time.ToString("yyyy年M月d日 H:mm '('zzz')'", CultureInfo.InvariantCulture);

    public override string Writer(string host) => $"これは、メールサーバー {host} からの自動通知です。";

    public override string Opening(NoticeKind kind) => kind switch
    {
        NoticeKind.Failure => "お送りになったメールは、次の宛先に届けることができませんでした。再送は終了しました。",
        NoticeKind.Delay => "お送りになったメールは、次の宛先にまだ届いていません。サーバーが自動的に再送を続けますので、送り直す必要はありません。",
        _ => "お送りになったメールを、次の宛先のサーバーに引き渡しました。受信側のサーバーから、これ以降の通知が届くことはありません。",
    };

    public override string Until(string time) => $"再送は {time} まで続けます。それまでに届かなかった場合は、あらためてお知らせします。";

    public override string ServerSaid(string host) => host.Length == 0 ? "受信側のサーバーの応答：" : $"受信側のサーバー {host} の応答：";

    public override string Advice(NoticeAdvice advice, string postmaster) => advice switch
    {
        NoticeAdvice.CheckAddress => "宛先のアドレスに誤りがないか確かめ、正しいアドレスに送り直してください。使われなくなったアドレスであれば、アドレス帳や配信先から削除してください。",
        NoticeAdvice.WaitForRoom => "メールボックスがいっぱいであることを別の方法で受信者に知らせ、空きができてから送り直してください。",
        NoticeAdvice.AskRecipient => "電話など別の方法で受信者に連絡し、こちらのアドレスからのメールを受信できるように、受信者またはその管理者に設定を変えてもらってください。そのうえで送り直してください。",
        NoticeAdvice.MakeSmaller => "メールを小さくして送り直してください。大きなファイルは、ファイル共有サービスに置いてリンクを送る方法があります。",
        NoticeAdvice.ChangeContent => $"添付ファイルやリンクを見直し、拒否の原因になりそうなものを除いて送り直してください。心当たりがない場合は、この通知の全文を {postmaster} に転送してください。",
        NoticeAdvice.SendLater => $"しばらくしてから送り直してください。それでも届かない場合は、この通知の全文を {postmaster} に転送してください。",
        NoticeAdvice.AskReceiver => $"電話など別の方法で受信者に連絡してください。拒否の理由は、受信側の管理者に確認できます。また、この通知の全文を {postmaster} に転送すれば、送信側の管理者からも問い合わせることができます。",
        _ => $"送り直しても届かない可能性が高く、送信側の管理者による対応が必要です。この通知の全文を {postmaster} に転送してください。お急ぎの場合は、電話など別の方法で受信者に連絡してください。",
    };

    public override string Closing(string postmaster, string queueId) => $"この件について {postmaster} にお問い合わせになる場合は、番号 {queueId} をお知らせください。プログラム用の配送報告と、元のメールまたはそのヘッダーを添付しています。";
}
