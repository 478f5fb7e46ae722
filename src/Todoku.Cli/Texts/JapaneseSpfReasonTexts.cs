using System.Diagnostics;
using Todoku.Authentication.Spf;

namespace Todoku.Cli.Texts;

internal sealed class JapaneseSpfReasonTexts(DnsTexts dns) : SpfReasonTexts
{
    public override string Of(SpfReason reason) => reason switch
    {
        SpfReason.MalformedDomain malformed => $"「{malformed.Domain}」は、レコードを持てるドメイン名ではありません。",
        SpfReason.NoRecord { Exists: true } none => $"{none.Domain} はSPFレコードを公開していません。",
        SpfReason.NoRecord none => $"{none.Domain} はDNSに存在しません。",
        SpfReason.SeveralRecords several => $"{several.Domain} にSPFレコードが{several.Count}つあります。公開できるのは1つだけです。",
        SpfReason.SyntaxErrors errors => $"{errors.Domain} のレコードに誤りがあるため、レコード全体が無効です。",
        SpfReason.Matched matched => $"{matched.Domain} のレコードの「{matched.Term}」で決まりました。",
        SpfReason.NoMatch none => $"{none.Domain} のレコードに一致する項目がなく、末尾に all もありません。",
        SpfReason.TooManyLookups many => $"{many.Domain} のレコードの「{many.Term}」でDNSの参照が{SpfLimits.Lookups + 1}回になります。上限は{SpfLimits.Lookups}回です。",
        SpfReason.TooManyVoidLookups many => $"{many.Domain} のレコードの「{many.Term}」で、該当なしの問い合わせが3回になりました。上限は{SpfLimits.VoidLookups}回です。",
        SpfReason.TooManyMailExchangers many => $"{many.Domain} のレコードの「{many.Term}」：{many.Name} のMXレコードは{many.Count}個あります。上限は{SpfLimits.MailExchangers}個です。",
        SpfReason.TargetWithoutRecord target => $"{target.Domain} のレコードの「{target.Term}」の先にレコードがありません。{Of(target.Cause)}",
        SpfReason.DnsFailed failed => $"{failed.Type} {failed.Name}：{dns.Failure(failed.Failure)}。",
        SpfReason.TimeIsUp => $"判定に{SpfLimits.Time.TotalSeconds:0}秒以上かかったため、打ち切りました。",
        _ => throw new UnreachableException(),
    };

    public override string Of(SpfSyntaxProblem problem) => problem switch
    {
        SpfSyntaxProblem.NotAscii => "ASCII以外の文字が含まれています。ワープロソフトなどが自動で置き換えたダッシュ、引用符、空白がないか確認してください",
        SpfSyntaxProblem.ControlCharacter => "タブや改行などの制御文字が含まれています。項目は半角の空白で区切ります",
        SpfSyntaxProblem.UnknownMechanism => "この名前のメカニズムはありません（all、include、a、mx、ptr、ip4、ip6、exists）",
        SpfSyntaxProblem.BadModifierName => "「=」の前が正しい名前ではありません",
        SpfSyntaxProblem.MissingDomain => "ドメインがありません",
        SpfSyntaxProblem.MissingAddress => "IPアドレスがありません",
        SpfSyntaxProblem.UnexpectedValue => "ここに値は書けません",
        SpfSyntaxProblem.BadDomain => "トップレベルドメインまで含む完全なドメイン名（mail.example.com）が必要です",
        SpfSyntaxProblem.BadMacro => "「%」の後がマクロになっていません。パーセント記号そのものは %% と書きます",
        SpfSyntaxProblem.MacroOnlyInExplanation => "マクロ c、r、t は説明文の中でしか使えません",
        SpfSyntaxProblem.ZeroParts => "マクロで取り出す要素の数に0は指定できません",
        SpfSyntaxProblem.BadIPv4Address => "IPv4アドレスではありません（ip4:192.0.2.1、ip4:192.0.2.0/24）",
        SpfSyntaxProblem.BadIPv6Address => "IPv6アドレスではありません（ip6:2001:db8::1、ip6:2001:db8::/32）",
        SpfSyntaxProblem.BadPrefixLength => "スラッシュの後は、IPv4では0～32、IPv6では0～128です（a と mx のIPv6はスラッシュ2つの後）",
        SpfSyntaxProblem.DuplicateModifier => "2回書かれています",
        _ => throw new UnreachableException(),
    };

    public override string Error(string term, int offset, string problem) => $"「{term}」（{offset + 1}文字目）：{problem}。";
}
