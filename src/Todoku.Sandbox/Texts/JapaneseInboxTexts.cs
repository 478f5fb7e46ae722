namespace Todoku.Sandbox.Texts;

internal sealed class JapaneseInboxTexts : InboxTexts
{
    public override string Code => "ja";

    public override string Title => "Todoku サンドボックス: 受信箱";

    public override string Notice => "ここにあるのは模擬のプロバイダーです。ここで受け取られたメールを実際のプロバイダーが拒否することも、その逆もあります。";

    public override string Empty => "メールはまだ届いていません。";

    public override string Time => "時刻";

    public override string Provider => "プロバイダー";

    public override string From => "送信元";

    public override string Envelope => "エンベロープ";

    public override string Subject => "件名";

    public override string Outcome => "結果";

    public override string Accepted => "受信";

    public override string Refused => "拒否";

    public override string Because => "理由";

    public override string Reputation => "評価";

    public override string Message => "本文";
}
