using Todoku.Dns;
using Todoku.Dns.Zones;

namespace Todoku.Cli.Texts;

internal sealed class JapaneseDnsTexts : DnsTexts
{
    public override string ResolverOption =>
        "問い合わせ先のDNSサーバー：192.0.2.53、192.0.2.53:5353、[2001:db8::53]:53。none はどこにも問い合わせません。複数回指定できます。省略するとシステムの設定に従います。";

    public override string ZoneOption =>
        "DNSに問い合わせる前に参照するゾーンファイル。公開前に変更を試すときや、--resolver none と組み合わせてオフラインで使うときに指定します。複数回指定できます。";

    public override string TraceOption => "DNSへの問い合わせをすべて、応答、応答元、所要時間とともに表示します。";

    public override string BadResolver(string value) =>
        $"--resolver の「{value}」はDNSサーバーとして読めません。アドレス（192.0.2.53）、ポート付きのアドレス（192.0.2.53:5353、[2001:db8::53]:53）、ホスト名、または none を指定してください。";

    public override string UnknownResolver(string host) => $"--resolver の「{host}」のアドレスが見つかりません。IPアドレスで指定してください。";

    public override string NoZoneFile(string file) => $"--zone の「{file}」：ファイルがありません。パスを確認してください。";

    public override string UnreadableZone(string file, string reason) => $"--zone の「{file}」：{reason}（パスと権限を確認してください）";

    public override string BadZone(ZoneFileException error)
    {
        var problem = error.Problem switch
        {
            ZoneProblem.UnclosedQuote => "引用符がこの行の中で閉じられていません。末尾に \" を付けてください。長い文字列は \"...\" \"...\" のように分けて書きます",
            ZoneProblem.UnclosedParenthesis => "括弧が閉じられていません。レコードの末尾に ) を付けてください",
            ZoneProblem.StrayParenthesis => "対応する開き括弧がありません。この閉じ括弧を削除してください",
            ZoneProblem.NoOwner => "空白で始まる行は直前の名前を引き継ぎますが、その名前がありません。行の先頭に名前を書いてください",
            ZoneProblem.BadName => "ドメイン名として読めません",
            ZoneProblem.BadTime => "TTLとして読めません。秒数（3600）または単位付きの数（1h、2d）で書いてください",
            ZoneProblem.NoType => "ここにはレコードの種類（A、AAAA、MX、TXT、CNAMEなど）が必要です",
            ZoneProblem.BadContent => "レコードの種類に合わない内容です",
            ZoneProblem.LongString => "1つの文字列は255文字までです。分けて書いてください（空白を挟まずに連結されます）",
            ZoneProblem.UnknownDirective => "読めるのは $ORIGIN と $TTL だけです。ほかのファイルは、それぞれ --zone で指定してください",
            ZoneProblem.AliasBesideOthers => "CNAMEのある名前には、ほかのレコードを置けません。どちらかを削除してください",
            ZoneProblem.TooLarge => $"ファイルが大きすぎます（上限は{ZoneFile.MaxSize / 1024 / 1024}MB、20万レコード）。必要なゾーンだけにしてください",
        };
        return $"--zone {error.File}:{error.Line}：「{error.Text}」：{problem}。" + (error.Example.Length > 0 ? $"例：{error.Example}" : "");
    }

    public override string ZoneNotice(ZoneNotice notice) => $"{notice.File}:{notice.Line}：" + notice.Kind switch
    {
        ZoneNoticeKind.Skipped => $"種類 {notice.Text} のレコードは使わないため、読み飛ばします。",
        ZoneNoticeKind.TextCutByComment => $"引用符の外のセミコロンから後ろはコメントになるため、文字列は「{notice.Text}」で終わっています。文字列全体を引用符で囲んでください。",
    };

    public override string Trace => "DNSへの問い合わせ";

    public override string MoreQuestions(int count) => $"ほか{count}件";

    public override string MoreRecords(int count) => $"ほか{count}件";

    public override string Aliases(string names) => $"CNAME経由：{names}";

    public override string Authenticated => "DNSSEC検証済み";

    public override string Cached => "キャッシュ";

    public override string NoData => "この種類のレコードはありません";

    public override string NoSuchDomain => "この名前は存在しません（NXDOMAIN）";

    public override string Failure(DnsFailure failure) => failure switch
    {
        DnsFailure.TimedOut => "時間内に応答がありません",
        DnsFailure.ServerFailure => "DNSサーバーが答えを得られませんでした（SERVFAIL）",
        DnsFailure.Refused => "DNSサーバーが応答を拒否しました（REFUSED）",
        DnsFailure.Malformed => "応答が壊れている、別の問い合わせへの応答である、または大きすぎます",
        DnsFailure.AliasLoop => "CNAMEが循環しているか、多すぎます",
        DnsFailure.Unreachable => "DNSサーバーに接続できません",
        DnsFailure.Other => "DNSサーバーがエラーを返しました",
    };
}
