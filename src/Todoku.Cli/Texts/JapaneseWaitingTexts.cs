namespace Todoku.Cli.Texts;

internal sealed class JapaneseWaitingTexts : WaitingTexts
{
    public override string NothingToPublish => "公開すべきレコードはありません。";

    public override string WaitingFor => "次のレコードが見えるまで待ちます（Ctrl-Cで終了）:";

    public override string Stopping => "中断します（結果はありません）。";

    public override string Visible => "すべてのネームサーバーとリゾルバーでレコードを確認できました。";

    public override string OtherRecord =>
        "すべてのネームサーバーに、待っているものとは別のレコードがあります。上のレコードと比べてください。リゾルバーが古い回答を忘れるまで、以下の結果は古いレコードのものかもしれません。";

    public override string AtServers(int ready, int total, IReadOnlyList<string> silent, TimeSpan next) =>
        $"ネームサーバー{total}台のうち{ready}台でレコードを確認{(silent.Count > 0 ? $"、{Names(silent)} は応答なし" : "")}{Next(next)}";

    public override string VisibleWhere(IReadOnlyList<string> silent) =>
        $"応答したすべてのネームサーバーとリゾルバーでレコードを確認できました。{Names(silent)} は応答がなく、レコードがあるかどうか、ここからは分かりません。";

    public override string AtResolver(TimeSpan remaining, TimeSpan next) =>
        $"ネームサーバーはすべて更新済み。リゾルバーは{(remaining > TimeSpan.Zero ? $"最長{Seconds(remaining)}秒、" : "")}古い回答を保持している可能性があります{Next(next)}";

    public override string NoServers(string zone) => $"{zone} のネームサーバーが見つからないため、待つことができません。リゾルバーに到達できるか確認してください（--resolver）。";

    public override string TimedOut(IReadOnlyList<string> late, IReadOnlyList<string> silent) =>
        $"時間切れです。{(late.Count > 0 ? $"{Names(late)} にはレコードがありません。変更が保存されているか確認し、長く待つ場合は --timeout 6h のように指定してください。" : "")}"
        + (silent.Count > 0 ? $"{Names(silent)} は応答がなく、レコードがあるか分かりません。ここから到達できるか（UDP・TCPの53番ポート）を確認してください。" : "");

    public override string ResolverSilent => "時間切れです。応答したネームサーバーはすべて更新済みですが、リゾルバーが応答しません。--resolver で別のリゾルバーを指定してください。";

    public override string ResolverTimedOut(TimeSpan remaining) =>
        $"時間切れです。ネームサーバーはすべて更新済みで、リゾルバーだけが古い回答を{(remaining > TimeSpan.Zero ? $"あと最長{Seconds(remaining)}秒" : "")}保持しています。ほかに必要な作業はありません。";

    public override string BadDuration(string option, string value) => $"{option}: 「{value}」は時間の長さとして読めません。90s、30m、2h のように書いてください。";

    private static string Names(IReadOnlyList<string> servers) => string.Join("、", servers);

    private static string Next(TimeSpan next) => next > TimeSpan.Zero ? $"（{Seconds(next)}秒後に再確認）" : "";
}
