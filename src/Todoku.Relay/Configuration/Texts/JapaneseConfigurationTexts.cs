using Todoku.Knowledge.Toml;
using Todoku.Relay.Configuration.Reading;

namespace Todoku.Relay.Configuration.Texts;

internal sealed class JapaneseConfigurationTexts : ConfigurationTexts
{
    public override string Root => "このファイル";

    public override string NoConfiguration => "ファイルがありません。todoku relay init で作成するか、--config で別のファイルを指定してください";

    public override string ConfigurationTooLarge => "ファイルが4MBを超えています。--config で正しいファイルを指定してください";

    public override string NotUtf8 => "ファイルがUTF-8ではありません。UTF-8で保存してください";

    public override string UnreadableConfiguration(string reason) => $"ファイルを読めません: {reason}";

    public override string NotToml(string detail) => $"TOMLとして読めません（{detail}）";

    public override string Missing(string table, string key, string example) => $"{table} に「{key}」がありません。{key} = {example} のように書いてください";

    public override string Empty(string key) => $"「{key}」が空です。値を書くか、行を削除してください";

    public override string EmptyRequired(string key, string example) => $"「{key}」が空です。{key} = {example} のように書いてください";

    public override string EmptyItem(string key) => $"「{key}」に空の文字列があります。削除してください";

    public override string OutOfRange(string key, string value, string low, string high) => $"「{key}」が {value} です。{low}〜{high} の範囲で書いてください";

    public override string BadDuration(string key, string value) => $"「{key}」の \"{value}\" は時間として読めません。\"30s\"、\"5m\"、\"2h\"、\"4d\" のように、数と単位（s、m、h、d）で書いてください";

    public override string BadSize(string key, string value) => $"「{key}」の \"{value}\" は大きさとして読めません。バイト数か、\"50M\" のように数と単位（K、M、G）で書いてください";

    public override string BadRate(string key, string value) => $"「{key}」の \"{value}\" は頻度として読めません。\"100/h\" のように、通数と単位（s、m、h、d）で書いてください";

    public override string BadDay(string key, string value) => $"「{key}」の \"{value}\" は日付として読めません。\"2026-11-30\" のように書いてください";

    public override string BadDomain(string key, string value) => $"「{key}」の \"{value}\" はドメイン名ではありません。\"mail.example.com\" のように書いてください";

    public override string BadMailbox(string key, string value) => $"「{key}」の \"{value}\" はメールアドレスではありません。\"postmaster@example.com\" のように書いてください";

    public override string BadLocalPart(string key, string value) => $"「{key}」の \"{value}\" は使えません。@より前の部分を、英数字と - _ + . で \"bounces\" のように書いてください";

    public override string BadSelector(string key, string value) => $"「{key}」の \"{value}\" はDNSの名前に使えません。\"s1\" のように書いてください";

    public override string BadAddress(string key, string value) => $"「{key}」の \"{value}\" は使えません。\"192.0.2.1\" や \"2001:db8::1\" のように、この項目に合う種類のIPアドレスを書いてください";

    public override string BadEndPoint(string key, string value) => $"「{key}」の \"{value}\" は使えません。\"127.0.0.1:25\" や \"[::1]:25\" のように、IPアドレスとポートを書いてください";

    public override string BadNetwork(string key, string value) => $"「{key}」の \"{value}\" はネットワークではありません。\"192.0.2.0/24\"か、アドレスを書いてください";

    public override string Twice(string key, string value, int line) => $"「{key}」の {value} は{line}行目にもあります。どちらかを削除してください";

    public override string NoListener => "[[listen]] がありません。address = \"127.0.0.1:25\"、role = \"trusted\"、trusted = [\"127.0.0.0/8\"] のように書いてください";

    public override string TrustedNeedsNetworks => "role = \"trusted\" はパスワードなしで中継を許すネットワークのためのものですが、ネットワークが書かれていません。trusted = [\"127.0.0.0/8\", \"::1\"] のように書いてください";

    public override string OpenRelay(string network) => $"{network} は他人を含むほど広い範囲です。誰でも迷惑メールを送れるオープンリレーになるため、自分のネットワークだけを書いてください";

    public override string OnlyWith(string key, string condition) => $"「{key}」は {condition} のときだけ意味があります。削除するか、もう一方を変えてください";

    public override string TlsNeedsCertificate => "TLSには証明書が必要です。certificate と key をここに書くか、[tls] にまとめて書いてください";

    public override string SubmissionNeedsUsers => "role = \"submission\" はパスワードを求めますが、利用者のファイルがありません。[relay] に users = \"/etc/todoku/users\" と書き、todoku relay passwd USER を実行してください";

    public override string SubmissionNeedsTls => "ここでは誰もログインできません。このマシンの中を除き、パスワードはTLSでしか受け付けないためです。certificate と key を書くか、ループバックアドレスにしてください";

    public override string HttpNeedsTls => "APIキーが暗号化されずにネットワークを流れます。certificate と key を書くか、ループバックアドレスにしてWebサーバーを前に置いてください";

    public override string PasswordNeedsTls => "パスワードが暗号化されずにネットワークを流れるおそれがあります。tls = \"verified\"（465番ポートなら \"implicit\"）と書いてください";

    public override string VerifiedNeedsName(string host) => $"証明書は名前に対するものなので、{host} の証明書は確認できません。ホスト名を書くか、tls = \"required\" と書いてください";

    public override string NoFamily => "IPv4もIPv6も使わない経路では何も送れません。どちらかの \"none\" を削除してください";

    public override string HostNamesNeedHostDerived => "host-names はホストが付けた差出人を見分けるためのもので、host-derived = true と一緒に使います。host-derived = true を加えるか、host-names を消してください";

    public override string BadHostName(string key, string value) =>
        $"{key} には \"web1.example.net\" のようなホスト名か、先頭にドットを付けた \".example.net\"（その下のすべて）を書きます。'{value}' は使えません";

    public override string VerpNeedsBounces => "action = \"verp\" には、エラーメールが戻るドメインが必要です。[bounces] に domain = \"bounces.example.com\" のように書いてください";

    public override string NoFile(string key, string path) => $"「{key}」のファイル {path} がありません。パスを確認してください";

    public override string NoFileYet(string key, string path, string command) => $"「{key}」のファイル {path} がまだありません。{command} で作成してください";

    public override string UnreadableFile(string key, string path, string reason) => $"「{key}」のファイル {path} を読めません: {reason}";

    public override string FileTooOpen(string key, string path) => $"「{key}」のファイル {path} は秘密ですが、他人が読み書きできます。chmod 600 {path}（専用のグループが読むなら640）を実行してください";

    public override string FileTooLarge(string key, string path) => $"「{key}」の {path} は1MBを超えており、別のファイルのようです。パスを確認してください";

    public override string EmptyFile(string key, string path) => $"「{key}」のファイル {path} が空です。パスワードなどの値を書いてください";

    public override string BadCertificate(string key, string path) => $"「{key}」の {path} に、読める証明書がありません。-----BEGIN CERTIFICATE----- で始まるPEM形式にしてください";

    public override string BadKey(string key, string path) => $"「{key}」の {path} に、使える秘密鍵がありません。パスフレーズのないPEM形式（1024ビット以上のRSA、Ed25519、TLSではECも可）にしてください";

    public override string KeyMismatch(string key, string certificate) => $"鍵 {key} は証明書 {certificate} のものではありません。同じ証明書の2つのファイルを指定してください";

    public override string WrongKind(string key, ValueKind wanted, SourceNode found)
    {
        var must = wanted switch
        {
            ValueKind.Text => "引用符で囲んだ文字列を書いてください",
            ValueKind.Number => "引用符を付けずに整数を書いてください",
            ValueKind.Switch => "引用符を付けずに true か false を書いてください",
            ValueKind.Texts => $"{key} = [\"...\", \"...\"] のように、引用符で囲んだ文字列を書いてください",
            ValueKind.Numbers => $"{key} = [1, 2, 3] のように、整数のリストを書いてください",
            ValueKind.Table => $"[{key}] という独立した表として書いてください",
            ValueKind.Tables => $"[[{key}]] という表をそれぞれ書いてください",
            _ => "",
        };
        var kind = found switch
        {
            SourceNode.Text => "文字列",
            SourceNode.Number => "整数",
            SourceNode.Switch => "trueかfalse",
            SourceNode.List => "リスト",
            SourceNode.Table => "表",
            _ => "日付か小数",
        };
        return $"「{key}」に{kind}は書けません。{must}";
    }

    public override string UnknownKey(string table, string key, string? nearest, IReadOnlyList<string> known) =>
        $"{table} に「{key}」という項目はありません。" + (nearest is null ? $"使えるのは {string.Join("、", known)} です" : $"「{nearest}」の間違いではありませんか");

    public override string NotOneOf(string key, string value, string? nearest, IReadOnlyList<string> choices) =>
        $"「{key}」に \"{value}\" は書けません。" + (nearest is null ? $"\"{string.Join("\"、\"", choices)}\" のいずれかを書いてください" : $"\"{nearest}\" の間違いではありませんか");

    public override string NoSuchPath(string key, string value, string? nearest, IReadOnlyList<string> paths) =>
        $"「{key}」の経路 \"{value}\" に当たる [[path]] がありません。" + (nearest is null ? $"あるのは \"{string.Join("\"、\"", paths)}\" です" : $"\"{nearest}\" の間違いではありませんか");
}
