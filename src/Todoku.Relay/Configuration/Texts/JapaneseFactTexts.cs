using Todoku.Authentication.Dkim;
using Todoku.Relay.Configuration.Checking;
using Fact = Todoku.Relay.Configuration.Checking.ConfigurationFact;

namespace Todoku.Relay.Configuration.Texts;

internal sealed class JapaneseFactTexts : FactTexts
{
    public override string Of(Fact fact) => fact switch
    {
        Fact.CanListen it => $"{it.Place} で待ち受けできます",
        Fact.CannotListen it => $"{it.Place} で待ち受けできません。{Why(it)}",
        Fact.IsRunning => "リレーが動いているため、ポートは試していません",
        Fact.NameConfirmed it => $"経路 {it.Path}: {it.Address} の逆引きは {it.HelloName} で、正引きとも一致します",
        Fact.NoReverseName it => $"経路 {it.Path}: {it.Address} に逆引きがなく、多くのサーバーに拒否されます。アドレスの貸し主に、PTRレコードを {it.HelloName} にするよう依頼してください",
        Fact.OtherReverseName it => $"経路 {it.Path}: {it.Address} の逆引きは {string.Join("、", it.Names)} ですが、EHLOでは {it.HelloName} と名乗ります。"
            + $"[[path]] に helo = \"{it.Names[0]}\" と書くか、PTRレコードを {it.HelloName} に変えてもらってください",
        Fact.NameLeadsElsewhere it => $"経路 {it.Path}: {it.HelloName} の正引きが {it.Address} になりません。次のレコードを公開してください: {it.HelloName}. IN {Type(it.Address)} {it.Address}",
        Fact.NameUnknown it => $"経路 {it.Path}: {it.Address} の逆引きについて、DNSから応答がありません。あとでもう一度試してください",
        Fact.AddressUnknown it => $"経路 {it.Path}: メールが出ていくアドレスがここからは分かりません。このマシンにあれば [[path]] に ipv4 か ipv6 を書き、なければ todoku check --ip で確認してください",
        Fact.KeyPublished it => $"{it.Name} の鍵は公開されています",
        Fact.KeyMissing it => $"{it.Name} の鍵が公開されておらず、署名を誰も検証できません。次のレコードを公開してください\n{DkimKeyText.ZoneLine(it.Name.ToString(), it.Value)}",
        Fact.KeyDiffers it => $"{it.Name} には、ファイルとは別の鍵が公開されています。正しいファイルかセレクターを指定するか、次のレコードを公開してください\n{DkimKeyText.ZoneLine(it.Name.ToString(), it.Value)}",
        Fact.KeyUnknown it => $"{it.Name} の鍵が公開されているかどうか、DNSから応答がありません。あとでもう一度試してください",
        Fact.FolderWritable it => $"{it.Path} に書き込めます",
        Fact.FolderToBeMade it => $"{it.Path} は最初の起動時に作られます",
        Fact.FolderNotWritable it => $"{it.User} が {it.Path} に書き込めません。次を実行してください: install -d -o {it.User} -m 700 {it.Path}",
        Fact.NotReadableByUser it => $"リレーを動かす利用者 {it.User} が {it.Path} を読めません。次を実行してください: chgrp {it.User} {it.Path} && chmod 640 {it.Path}（上のフォルダーに入れることも確かめてください）",
        Fact.NoSuchUser it => $"利用者 {it.User} がいません。次を実行してください: useradd --system --home-dir /var/lib/todoku --shell /usr/sbin/nologin {it.User}",
        Fact.CertificateHolds it => $"証明書 {it.File} は {Day(it.Until)} まで有効です",
        Fact.CertificateEndsSoon it => $"証明書 {it.File} は {Day(it.Until)} に切れます。更新されていない理由を確かめてください",
        Fact.CertificateEnded it => $"証明書 {it.File} は現在有効ではありません（期限 {Day(it.Until)}）。更新してください",
        Fact.CertificateOfOthers it => $"証明書 {it.File} は {it.HostName} のものではなく、名前を確認するクライアントはエラーになります。この名前の証明書を取得してください",
        Fact.BouncesComeHere it => $"{it.Domain} 宛てのエラーメールはこのリレーに届きます",
        Fact.BouncesGoElsewhere it => it.Hosts.Count == 0
            ? $"{it.Domain} にMXがなく、エラーメールが失われます。次のレコードを公開してください: {it.Domain}. IN MX 10 {it.HostName}."
            : $"{it.Domain} のMXは {string.Join("、", it.Hosts)} で、エラーメールがこのリレーに届きません。次のレコードを公開してください: {it.Domain}. IN MX 10 {it.HostName}.",
        Fact.BouncesUnknown it => $"{it.Domain} 宛てのエラーメールの行き先について、DNSから応答がありません。あとでもう一度試してください",
        Fact.SmartHostFound it => $"経路 {it.Path}: {it.Host} のアドレスがあります",
        Fact.SmartHostNotFound it => $"経路 {it.Path}: {it.Host} のアドレスがDNSにありません。名前を確かめてください",
        Fact.Users { Count: 0 } => "まだ誰もログインできません。todoku relay passwd USER を実行してください",
        Fact.Users it => $"{it.Count}人の利用者がログインできます",
        Fact.UsersBroken it => $"利用者のファイルを使えません: {it.Detail}",
        _ => "",
    };

    private static string Why(Fact.CannotListen fact) => fact.Fault switch
    {
        ListenFault.InUse => "別のプログラムが使っています（ss -ltnp で分かります）。止めるか、別のポートにしてください",
        ListenFault.NotAllowed => "1024未満のポートにはrootの権限が必要です。[relay] に user を書いてrootで起動するか、systemdのユニットで起動してください",
        ListenFault.NotOurs => "このマシンのアドレスではありません。このマシンのアドレスか 0.0.0.0 を書いてください",
        _ => fact.Detail,
    };

    private static string Type(System.Net.IPAddress address) => address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? "AAAA" : "A";
}
