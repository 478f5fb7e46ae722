namespace Todoku.Cli.Texts;

internal sealed class JapaneseMessageTexts : MessageTexts
{
    public override string Command => "メールを受信サーバーと同じように判定します：SPF、DKIM、ARC、DMARC。";

    public override string IpOption => "メールを渡してきた送信元のIPアドレス。省略するとSPFは判定しません。";

    public override string SenderOption => "エンベロープの差出人（MAIL FROM、Return-Path）。省略すると空の差出人とみなします。";

    public override string HeloOption => "送信元サーバーがHELOまたはEHLOで名乗った名前。";

    public override string ReceiverOption => "受信サーバーの名前。Authentication-Results に使います。";

    public override string BatchOption => "{\"id\",\"file\",\"ip\",\"sender\",\"helo\",\"time\"} のJSON行を読み、1行ごとに結果をJSON行で出力します。";

    public override string NoSpf => "SPF：判定していません。--ip と、--sender または --helo を指定してください。";
}
