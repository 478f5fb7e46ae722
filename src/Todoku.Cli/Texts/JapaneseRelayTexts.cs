using Todoku.Relay.Configuration.Checking;

namespace Todoku.Cli.Texts;

internal sealed class JapaneseRelayTexts : RelayTexts
{
    public override string Command => "送信リレー: このサーバーのメールを受け取り、署名して、届けます。";

    public override string Config(string usual) => $"設定ファイル。省略時は {usual}。";

    public override string InitCommand => "このホストから分かることを埋めた、最初の設定ファイルを作ります。";

    public override string Force => "すでにあるファイルを置き換えます。";

    public override string CheckCommand => "設定の誤りをすべて示し、ポート、名前、鍵、ファイルが設定どおりかを確認します。";

    public override string Syntax => "設定ファイルと、そこに書かれたファイルだけを確認します（ポート、DNS、権限は見ません）。";

    public override string RunCommand => "リレーを動かします。SIGTERMで止まり、SIGHUPで設定を読み直します。";

    public override string Json => "結果をJSONで出力します。";

    public override string PasswdCommand => "メールを送れる利用者のパスワードを設定します。パスワードは画面で尋ねるか、標準入力の1行目を使います。";

    public override string User => "利用者の名前（www、app@example.com など）。メールソフトに設定するものと同じです。";

    public override string Delete => "利用者を削除します。";

    public override string List => "すべての利用者の名前を表示します。";

    public override string NoUser => "passwd には利用者の名前が必要です。";

    public override string BadUser(string name) => $"「{name}」は利用者の名前に使えません。空白とコロンを含まず、# で始まらない名前にしてください。";

    public override string NoUsersFile(string file) => $"{file} に利用者のファイルが書かれていません。[relay] に users = \"/etc/todoku/users\" と書いてください。";

    public override string BrokenUsers(string detail) => $"利用者のファイルを使えません（{detail}）。その行を直すか、削除してください。";

    public override string UnknownUser(string name, string file) => $"{file} に利用者 {name} がいません。todoku relay passwd --list で一覧を表示できます。";

    public override string Password(string name) => $"{name} の新しいパスワード";

    public override string PasswordAgain => "もう一度";

    public override string OtherPassword => "2つのパスワードが一致しないため、何も変えていません。もう一度やり直してください。";

    public override string ShortPassword(int least) => $"パスワードが{least}文字より短いため、何も変えていません。長い乱数が最適です: openssl rand -base64 18";

    public override string UserAdded(string name, string file) => $"{name} を追加しました（{file}）。";

    public override string PasswordChanged(string name, string file) => $"{name} のパスワードを変更しました（{file}）。";

    public override string UserDeleted(string name, string file) => $"{name} を削除しました（{file}）。";

    public override string FileExists(string file) => $"{file} はすでにあるため、そのままにしました。--config で別のファイルを指定するか、--force で置き換えてください。";

    public override string Written(string file) => $"{file} を書きました。このホストから分かったこと:";

    public override string FoundHostName(string name) => $"  名乗る名前: {name}";

    public override string FoundNoHostName => "  ホスト名は分かりません。メールが出ていくアドレスの逆引きの名前を host-name に書いてください";

    public override string FoundSmartHost(string place) => $"  メールは現在と同じく {place} を経由します";

    public override string FoundAddresses(string addresses) => addresses.Length == 0 ? "  メールが出ていくアドレスはここからは分かりません（内部アドレスは途中で変換されます）" : $"  メールが出ていくアドレス: {addresses}";

    public override string FoundNoIPv6Name => "  IPv6は使いません（アドレスに逆引きがないため）";

    public override string FoundPortTaken(int port) => $"  25番ポートは使われているため、{port} で待ち受けます";

    public override string FoundCertificate(string file) => $"  証明書: {file}";

    public override string FoundKey(string name) => $"  別のプログラムが署名に使っている {name} の鍵";

    public override string NextTitle => "次にすること:";

    public override string NoErrors(string file) => $"{file}: 誤りはありません";

    public override string Errors(int count) => $"誤り {count}件";

    public override string Status(FactStatus status) => status switch
    {
        FactStatus.Fine => "良好",
        FactStatus.Warning => "注意",
        FactStatus.Problem => "問題",
        FactStatus.Unknown => "不明",
    };

    public override string ApiKeyCommand =>
        "HTTPでメールを送るプログラムのAPIキーを作ります。キーは一度だけ表示され、どこにも残りません。";

    public override string KeyName =>
        "ログや規則で使うキーの名前（shop、app@web1 など）。";

    public override string DeleteKey =>
        "キーを削除します。";

    public override string ListKeys =>
        "すべてのキーの名前を表示します。";

    public override string NoKeyName =>
        "apikey にはキーの名前が必要です。";

    public override string KeyMade(string name, string file) =>
        $"{name} のキーです。表示は一度だけなので、今控えてください（{file} にはハッシュだけが残ります）。プログラムからは Authorization: Bearer キー として送ります。";

    public override string KeyDeleted(string name, string file) =>
        $"{name} のキーを削除しました（{file}）。";

    public override string UnknownKey(string name, string file) =>
        $"{file} にキー {name} がありません。todoku relay apikey --list で一覧を表示できます。";

    public override string BrokenKeys(string detail) =>
        $"APIキーのファイルを使えません（{detail}）。その行を直すか、削除してください。";

    public override string NoKeysFile(string file) =>
        $"{file} はHTTPでメールを受け付けない設定です。[http] に address = \"127.0.0.1:8025\" と keys = \"/etc/todoku/api-keys\" を書いてください。";
}
