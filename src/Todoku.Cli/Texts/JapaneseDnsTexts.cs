using Todoku.Dns;

namespace Todoku.Cli.Texts;

internal sealed class JapaneseDnsTexts : DnsTexts
{
    public override string ResolverOption =>
        "問い合わせ先のDNSサーバー：192.0.2.53、192.0.2.53:5353、[2001:db8::53]:53。none はどこにも問い合わせません。複数回指定できます。省略するとシステムの設定に従います。";

    public override string TraceOption => "DNSへの問い合わせをすべて、応答、応答元、所要時間とともに表示します。";

    public override string BadResolver(string value) =>
        $"--resolver の「{value}」はDNSサーバーとして読めません。アドレス（192.0.2.53）、ポート付きのアドレス（192.0.2.53:5353、[2001:db8::53]:53）、ホスト名、または none を指定してください。";

    public override string UnknownResolver(string host) => $"--resolver の「{host}」のアドレスが見つかりません。IPアドレスで指定してください。";

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
