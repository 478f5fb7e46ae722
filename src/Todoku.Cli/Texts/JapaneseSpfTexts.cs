using System.Diagnostics;
using Todoku.Authentication.Spf;

namespace Todoku.Cli.Texts;

internal sealed class JapaneseSpfTexts : SpfTexts
{
    public override string Verb => "あるサーバーがドメインのメールを送信してよいか（SPF、RFC 7208）を調べ、判定の過程を表示します。";

    public override string Ip => "送信元サーバーのIPアドレス（IPv4またはIPv6）。";

    public override string Sender => "エンベロープ送信者（MAIL FROM、Return-Path）。空の送信者は '' と書きます。ドメインだけでも構いません。";

    public override string Helo => "サーバーがHELO・EHLOで名乗る名前。送信者が空のときは、この名前を調べます。";

    public override string Receiver => "受信側のホスト名（マクロ %{r} に使います）。";

    public override string NoIp => "spf には --ip（送信元サーバーのIPアドレス）が必要です。";

    public override string NoIdentity => "spf には --sender（エンベロープ送信者）が必要です。送信者が空のときは --helo を指定してください。";

    public override string HeloChecked => "送信者が空なので、HELOの名前を調べました。";

    public override string Steps => "判定の過程";

    public override string MoreSteps => "これ以降の過程は省略しました。";

    public override string ToDo => "対応方法";

    public override string NotYours => "自分のサーバーでなければ、対応は不要です。SPFが正しく働いています。";

    public override string FixIdentity => "完全なアドレスまたはドメイン名（user@example.com、mail.example.com）を指定してください。サーバーがHELOで別の形の名前を名乗っている場合は、完全なホスト名を設定してください。";

    public override string RemoveEmpty => "レコードのない名前を指す項目を削除するか、名前を直してください。該当する項目は上に示しています。";

    public override string BadIp(string value) => $"--ip の「{value}」はIPアドレスとして読めません。IPv4アドレス（192.0.2.1）またはIPv6アドレス（2001:db8::1）を指定してください。";

    public override string Heading(SpfVerdict verdict, string ip, string domain) => verdict switch
    {
        SpfVerdict.Pass => $"pass：{ip} は {domain} のメールを送信できます",
        SpfVerdict.Fail => $"fail：{ip} は {domain} のメールの送信を許可されていません",
        SpfVerdict.SoftFail => $"softfail：{ip} は {domain} のメールの送信を許可されていないとみられます",
        SpfVerdict.Neutral => $"neutral：{domain} は {ip} からの送信の可否を示していません",
        SpfVerdict.None => $"none：{domain} のSPFレコードはありません",
        SpfVerdict.TempError => $"temperror：{domain} についてDNSから回答を得られませんでした（一時的なエラー）",
        SpfVerdict.PermError => $"permerror：{domain} のSPFレコードは使えません",
        _ => throw new UnreachableException(),
    };

    public override string Explanation(string text) => $"ドメインによる説明：{text}";

    public override string Counts(int lookups, int voidLookups) =>
        $"DNSを参照した項目：{lookups}（上限{SpfLimits.Lookups}）、該当なしの問い合わせ：{voidLookups}（上限{SpfLimits.VoidLookups}）";

    public override string Allow(string ip, string domain) => $"{ip} が自分のサーバーで、{domain} のメールを送信させたい場合は、{domain} のSPFレコード（TXT）を次のように変更します。";

    public override string OpenToAll(string domain) => $"{domain} のレコードは、世界中のどのサーバーにも送信を許可しています。送信するサーバーを列挙し、レコードの末尾を ~all か -all にしてください。";

    public override string Publish(string domain) => $"{domain} に、送信するサーバーをすべて列挙したTXTレコードを1つ公開してください。このサーバーだけなら次のとおりです。";

    public override string KeepOne(string domain) => $"{domain} のSPFレコードを1つにまとめ、ほかは削除してください。";

    public override string Correct(string domain) => $"{domain} のSPFレコードを修正してください。";

    public override string Meant(string suggestion) => $"正しくはこうではありませんか：{suggestion}";

    public override string Reduce(string domain, int lookups) =>
        $"{domain} の項目によるDNSの参照は合計{lookups}回です（上限{SpfLimits.Lookups}回）。使わなくなったサービスの項目を削除し、a: や mx: はIPアドレス（ip4:、ip6:）に書き換えてください。各項目の参照回数：";

    public override string Cost(string term, int lookups) => $"{lookups,3}  {term}";

    public override string ReduceExchangers(string name) => $"{name} のMXレコードが、mx で使える数（{SpfLimits.MailExchangers}）を超えています。mx の代わりに ip4: や ip6: でサーバーを指定してください。";

    public override string CorrectTarget(string term, string domain) => $"{domain} のSPFレコードから {term} を削除するか、名前を直してください。";

    public override string TryAgain(string name) => $"しばらくしてからもう一度お試しください。続く場合は、{name} のネームサーバーと、お使いのDNSサーバーを確認してください。";
}
