using Todoku.Authentication.Arc;

namespace Todoku.Cli.Texts;

internal sealed class JapaneseArcTexts : ArcTexts
{
    public override string Help => "転送されたメッセージのARCチェーンを検証し、封印を追加します。";

    public override string VerifyHelp => "メッセージのARCチェーンを検証し、どのサーバーを経由し、それぞれが何を確認したか、チェーンが壊れていないかを示します。";

    public override string SealHelp => "メールを転送するサーバーと同じように、メッセージのARCチェーンに1組を追加して出力します。";

    public override string AuthservIdHelp => "どのサーバーの Authentication-Results を封印するか。自分のサーバーがそのヘッダーに書く名前を指定します。";

    public override string BadAuthservId(string value) => $"--authserv-id の「{value}」には空白とセミコロンを使えません。通常はホスト名を指定します。";

    public override string Verdict(ArcResult result, int sets) => result switch
    {
        ArcResult.None => "none：ARCチェーンがありません。追加するのは転送を行うサーバーだけなので、問題ではありません。",
        ArcResult.Pass => $"pass：ARCチェーンは正常です（{sets}組）。",
        ArcResult.Fail => "fail：ARCチェーンが壊れています。",
    };

    public override string Reason(ArcVerification verification) => verification.Reason switch
    {
        ArcReason.NoFields => "ARCのヘッダーがありません。",
        ArcReason.Verified => "最新の ARC-Message-Signature とすべての ARC-Seal が有効です。",
        ArcReason.AlreadyFailed => $"最新の ARC-Seal（i={verification.Instance}）が cv=fail です。ここより前のサーバーがチェーンの破損を確認しており、この状態は元に戻りません。",
        ArcReason.UnreadableField => $"{Of(verification)}{Field(verification)} を読めません。",
        ArcReason.DuplicateField => $"i={verification.Instance} の {Field(verification)} が2個あります。",
        ArcReason.MissingField => $"i={verification.Instance} の組に {Field(verification)} がありません。",
        ArcReason.MissingSet => $"i={verification.Instance} の組がありません。番号は1から連続している必要があります。",
        ArcReason.TooManySets => "組の数が上限の50を超えています。",
        ArcReason.WrongChainStatus => $"i={verification.Instance} の ARC-Seal の cv= が正しくありません。最初の組は none、それ以外は pass でなければなりません。",
        ArcReason.MessageSignature => $"最新の ARC-Message-Signature（i={verification.Instance}）が無効です。そのサーバーが封印したあとにメッセージが変更されています。",
        ArcReason.Seal => $"i={verification.Instance} の ARC-Seal が無効です。ARCのヘッダーが変更されたか、封印時とは別の鍵が公開されています。",
        ArcReason.HeaderTooLarge => "メッセージのヘッダーが大きすぎます。",
    };

    public override string Set(int instance, string domain, string selector, string status) => $"{instance}組目：d={domain} s={selector} cv={status}";

    public override string OldestPass(int instance) =>
        $"{instance}組目が追加される前に、メーリングリストなどでメッセージが変更されています。それより古い ARC-Message-Signature は有効ではありませんが、これは許されています。";

    public override string Results(string results) => $"確認結果：{results}";

    public override string MessageSignature => "ARC-Message-Signature";

    public override string Seal => "ARC-Seal";

    public override string Verifies => "有効です";

    public override string NotSealedFailed => "封印していません。チェーンは既に失敗（cv=fail）しており、追加は許されていません（RFC 8617 5.1節）。";

    public override string NotSealedFull => "封印していません。チェーンには既に50組あります。";

    public override string SealedFailed => "チェーンが壊れているため、cv=fail として封印しました。理由は todoku arc verify で確認できます。";

    public override string NoResults(string authservId) =>
        $"{authservId} の Authentication-Results がないため、チェーンの状態だけを封印しました。先にサーバーでSPF、DKIM、DMARCを確認してください。";

    private static string Field(ArcVerification verification) => verification.Field is { } kind ? ArcWords.NameOf(kind) : "";

    private static string Of(ArcVerification verification) => verification.Instance > 0 ? $"i={verification.Instance} の " : "";
}
