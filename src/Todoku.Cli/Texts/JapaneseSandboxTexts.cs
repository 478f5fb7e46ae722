namespace Todoku.Cli.Texts;

internal sealed class JapaneseSandboxTexts : SandboxTexts
{
    public override string Command => "このマシンの中の小さなインターネット。DNS、ブロックリスト、メールを判定するプロバイダーで試せます";

    public override string RunCommand => "シナリオを、止めるまで実行します";

    public override string InitCommand => "説明つきのシナリオを書き出します";

    public override string InboxCommand => "サンドボックスに届いたメールと、その結果を表示します";

    public override string Scenario => "シナリオ（TOMLファイル）";

    public override string File => "書き出すファイル。- なら標準出力";

    public override string Id => "メールの番号。その1通をすべて表示します";

    public override string Url(string usual) => $"サンドボックスの受信箱のアドレス（既定: {usual}）";

    public override string FileExists(string file) => $"{file} はすでにあるため、そのままにしました。別の名前を指定するか、--force で置き換えてください。";

    public override string Written(string file) => $"{file} を書き出しました。todoku sandbox run {file} で実行できます";

    public override string Dns(string place) => $"DNS            {place}   （todoku check ドメイン --resolver {place}）";

    public override string Resolver(string places) => $"DNS            {places} に問い合わせます";

    public override string Provider(string host, string place, string profile, string domains) => $"プロバイダー   {place}   {host}（{profile}）: {domains}";

    public override string Mailbox(string url) => $"受信箱         {url}";

    public override string Notice => "これは模擬のプロバイダーです。実際のプロバイダーの規則は公開されていません（docs/sandbox.md）。Ctrl-Cで止まります。";

    public override string CannotListen(string reason) => $"待ち受けできません（{reason}）。別のプログラムがそのポートを使っていないかを確かめ、シナリオのlistenとportを変えてください。";

    public override string NoSandbox(string url, string reason) => $"{url} で応答するサンドボックスがありません（{reason}）。[http] のあるシナリオを todoku sandbox run で実行するか、--url でアドレスを指定してください。";

    public override string NoMail(string id) => $"メール {id} はありません。todoku sandbox inbox で一覧を見られます。";

    public override string BadUrl(string url) => $"\"{url}\" はサンドボックスのアドレスではありません。http://127.0.0.1:8025 のように書いてください";

    public override string Empty => "メールはまだ届いていません。";

    public override string Accepted => "受信";

    public override string Refused => "拒否";
}
