using Todoku.Authentication.Signatures;
using Todoku.Authentication.Signatures.Evidence;
using Todoku.Authentication.TagLists;

namespace Todoku.Cli.Texts;

internal sealed class JapaneseSignatureTexts : SignatureTexts
{
    public override string FieldStep => "署名";

    public override string KeyStep => "公開鍵";

    public override string BodyStep => "本文";

    public override string HeaderStep => "ヘッダー";

    public override string Field(string algorithm, string forms, string signedAt, string expiresAt) =>
        $"{algorithm}、{forms}{(signedAt.Length > 0 ? $"、署名日時 {signedAt}" : "")}{(expiresAt.Length > 0 ? $"、有効期限 {expiresAt}" : "")}";

    public override string Key(string name, string type, int bits, bool isTesting) =>
        $"{name}：{type}、{bits}ビット{(isTesting ? "（t=y：このドメインはDKIMを試験運用中です）" : "")}";

    public override string BodyVerifies(long octets) => $"ハッシュが署名時と一致しています（{octets:N0}バイト）";

    public override string BodyUnsigned(long signed, long octets) =>
        $"本文{octets:N0}バイトのうち、署名されているのは先頭の{signed:N0}バイトだけです（l=）。後ろに何を書き足されても署名は有効なままです。署名時に l= を付けないようにしてください。";

    public override string Hashes(string stated, string computed) => $"署名時：{stated}\n現在　：{computed}";

    public override string HeaderVerifies(string fields) => $"署名は有効です。署名の対象：{fields}";

    public override string OnlyBodyChanged => "ヘッダーの署名は有効です。鍵もヘッダーも正しく、本文だけが変更されています。";

    public override string Uncovered(string fields) => $"この署名の対象外：{fields}";

    public override string Record(string text) => $"レコード：{text}";

    public override string Reason(SignatureReason reason, string detail, SignatureField signature, KeyRecord? key) => reason switch
    {
        SignatureReason.Verified => "署名は有効です。",
        SignatureReason.SyntaxError => "署名のヘッダーをタグの並び（名前=値; 名前=値）として読めません。途中のプログラムが壊したか、署名プログラムに問題があります。",
        SignatureReason.MissingTag => $"検証に必要なタグ {detail}= がありません。署名プログラムに問題があるか、古すぎます。",
        SignatureReason.InvalidTag => $"{detail}= の値が正しくありません。署名プログラムまたはその設定に問題があります。",
        SignatureReason.UnsupportedVersion => $"v={detail} には対応していません。DKIMのバージョンは v=1 だけです。",
        SignatureReason.UnsupportedAlgorithm => $"a={detail} は未知の方式です。rsa-sha256 で署名してください。",
        SignatureReason.ObsoleteAlgorithm => "rsa-sha1 は廃止されており、受け付けられません（RFC 8301）。署名プログラムを rsa-sha256 に設定してください。",
        SignatureReason.UnsupportedCanonicalization => $"c={detail} は未知の方式です。relaxed/relaxed で署名してください。",
        SignatureReason.UnsupportedQuery => $"q={detail} では公開鍵を取得できません。dns/txt を含めるか、q= を省いてください。",
        SignatureReason.FromNotSigned => "From が署名の対象（h=）に含まれていないため、差出人について何も証明できません。署名対象に From を加えてください。",
        SignatureReason.SealSigned => "ARC-Message-Signature が ARC-Seal を署名の対象にしています。これは許されていません（RFC 8617 4.1.2節）。",
        SignatureReason.IdentityOutsideDomain => $"i={detail} が d={signature.Domain} の範囲外です。i= をこのドメインのアドレスにするか、省いてください。",
        SignatureReason.Expired => "署名の有効期限（x=）が切れています。--time を使うと、過去の時点で検証できます。",
        SignatureReason.TooManySignatures => "署名の数が上限を超えています。この署名以降は検証していません。",
        SignatureReason.HeaderTooLarge => "メッセージのヘッダーが大きすぎるため、検証していません。",
        SignatureReason.NoKey => $"{signature.KeyName} に公開鍵がありません。署名プログラムが示すTXTレコードを公開するか、公開済みのセレクターで署名してください。",
        SignatureReason.KeyLookupFailed => $"{signature.KeyName} についてDNSから応答を得られませんでした。時間をおいて再度実行してください。続く場合は、そのドメインのネームサーバーに問題があります。",
        SignatureReason.KeySyntaxError =>
            $"{signature.KeyName} のレコードを公開鍵レコードとして読めません。引用符や円記号（バックスラッシュ）が値に混ざっているか、別のTXTレコードが登録されていることがよくあります。",
        SignatureReason.KeyVersion => $"レコードのバージョンが v=DKIM1 ではないか、v= が先頭にありません（v={detail}）。",
        SignatureReason.KeyMissing => "レコードに公開鍵（p=）がありません。途中で切れているか、別のTXTレコードが登録されています。",
        SignatureReason.KeyRevoked => "p= が空です。この鍵は意図的に無効にされています。現在使用中のセレクターで署名してください。",
        SignatureReason.KeyTypeUnknown => $"k={detail} は未知の鍵の種類です。rsa または ed25519 を指定してください。",
        SignatureReason.KeyTypeMismatch => $"署名は {AlgorithmNames.Of(signature.Algorithm)} ですが、{signature.KeyName} の鍵は種類が異なります。鍵ごとに別のセレクターを使ってください。",
        SignatureReason.KeyHashNotAllowed => $"レコードが h={detail} しか許可しておらず、sha256 を使えません。レコードから h= を削除してください。",
        SignatureReason.KeyNotForMail => $"レコードの用途が s={detail} で、メール用ではありません。レコードから s= を削除してください。",
        SignatureReason.KeySubdomainNotAllowed => $"レコードに t=s があるため、i= のドメインは {signature.Domain} と完全に一致する必要がありますが、{signature.Identity} です。t=s を削除するか、i= を変更してください。",
        SignatureReason.KeyUnreadable => "p= を公開鍵として読めません。途中で切れているか、文字が欠けています。値全体を公開し直してください。長い値は複数の文字列に分けます。",
        SignatureReason.KeyTooShort => $"鍵が{key?.Bits}ビットしかありません。1024ビット未満の鍵は受け付けられません（RFC 8301）。2048ビットの鍵を作り直してください。",
        SignatureReason.KeyTooLong => $"鍵が{key?.Bits}ビットあり、長すぎます。2048ビットの鍵を作り直してください。",
        SignatureReason.BodyTooShort => $"署名の対象は{signature.BodyLength}バイト（l=）ですが、本文はそれより短く、末尾が途中で失われています。",
        SignatureReason.BodyHashMismatch => "本文が署名時と異なります。",
        SignatureReason.SignatureMismatch => "署名を検証できません。",
    };

    public override string Syntax(TagListProblem problem, int offset) => problem switch
    {
        TagListProblem.EmptyTag => $"{offset}バイト目：空のタグがあります（セミコロンの連続）。",
        TagListProblem.NoEqualsSign => $"{offset}バイト目：等号のないタグがあります。",
        TagListProblem.BadName => $"{offset}バイト目：タグの名前に、英字・数字・下線・ハイフン以外の文字があります。",
        TagListProblem.BadValue => $"{offset}バイト目：このタグの値に制御文字があります。",
        TagListProblem.DuplicateTag => $"{offset}バイト目：このタグが2回書かれています。",
        TagListProblem.TooManyTags => $"{offset}バイト目：タグが多すぎます。",
        TagListProblem.TooLong => $"{offset}バイト目：長すぎます。",
    };

    public override string Body(BodyEvidence evidence) => evidence switch
    {
        BodyEvidence.Appended appended =>
            $"本文の{appended.Line - 1:N0}行目までは署名時のままです。本文の{appended.Offset:N0}バイト目以降の{appended.Octets:N0}バイトは、署名後に追加されたものです。"
            + "メーリングリスト、ウイルス対策、フッターを付けるプログラムが原因です。署名の前に追加されるようにしてください。",
        BodyEvidence.Prepended prepended =>
            $"先頭の{prepended.Lines:N0}行（{prepended.Octets:N0}バイト）を除くと、署名時の本文と一致します。署名後に注意書きなどが先頭に挿入されています。署名の前に挿入されるようにしてください。",
        BodyEvidence.OtherCanonicalization other => $"{Name(other.Form)} として扱うと一致します。署名プログラムが、実際とは異なる正規化方式を c= に書いています。",
        BodyEvidence.SignedEmpty => "空の本文に対する署名です。署名プログラムが本文を受け取っていません。",
        BodyEvidence.LineEnds => "改行をすべてCRLFにすると署名時の本文と一致します。署名後に、CRだけ、またはLFだけの改行が混入しています。",
        BodyEvidence.SignedWithUnixLineEnds => "改行がLFのままの本文に署名しています。送信時の形であるCRLFにしてから署名する必要があります。",
        BodyEvidence.SignedTrailingLines => "本文末尾の空行まで署名しています。末尾の空行は除いて署名する必要があります（RFC 6376 3.4節）。",
        BodyEvidence.SignedWithoutLastLineEnd => "最後の改行がない状態の本文に署名しています。CRLFで終わる形にしてから署名する必要があります。",
        BodyEvidence.TrailingBlanks => "行末の空白を除くと署名時の本文と一致します。行末の空白に影響されない relaxed/relaxed で署名してください。",
        BodyEvidence.DotsDoubled => "行頭のドットが二重になっています。途中のサーバーが、SMTPで受け取ったあとに元へ戻していません。",
        BodyEvidence.SignedDotsDoubled => "SMTPの転送時に二重にされるドットを含めて署名しています。送信前の形のまま署名してください。",
        _ => throw new ArgumentOutOfRangeException(nameof(evidence)),
    };

    public override string BodyUnexplained =>
        "何が変更されたのかは特定できません。末尾や先頭への追加、改行、空白だけの変更ではありません。署名後に、文字コード、リンク、長い行などが書き換えられています。";

    public override string Header(HeaderEvidence evidence, string field) => evidence switch
    {
        HeaderEvidence.OtherKey => "公開されている鍵とは別の鍵による署名です。DNSのレコードと署名サーバーの秘密鍵が対応していません。"
            + "使用中の鍵のレコードを公開してください。b= の値が途中で壊れた可能性もあります。",
        HeaderEvidence.Changed => "鍵は正しいので、署名対象のヘッダーが途中で変更されています。どのヘッダーかは、このメッセージからは特定できません。",
        HeaderEvidence.FieldAdded => $"ヘッダー {field} を除くと署名は有効です。署名後に追加されています。",
        HeaderEvidence.SubjectTagged tagged => $"件名の「{tagged.Tag}」を除くと署名は有効です。メーリングリストが付け加えています。",
        HeaderEvidence.OtherCanonicalization other => $"{Name(other.Form)} として扱うと署名は有効です。署名プログラムが、実際とは異なる正規化方式を c= に書いています。",
        HeaderEvidence.OrderOfRepeated => "同名のヘッダーを上から順に数えると署名は有効です。順序が変更されたか、署名プログラムの数え方が誤っています。",
        _ => throw new ArgumentOutOfRangeException(nameof(evidence)),
    };

    public override string UnixLineEnds => "ファイルの改行がLFです。送信時の形であるCRLFとして検証しました。";

    public override string MailboxLine => "ファイルの先頭にmbox形式の「From 」行があります。無視しました。";

    public override string BareLineEnds => "ヘッダーに単独のCRまたはLFがあります。サーバーによって扱いが異なるため、送信プログラムはCRLFを使う必要があります。";

    public override string MalformedLines => "ヘッダーに、名前とコロンのない行があります。この行はどの署名の対象にもなりません。";

    public override string SeveralFrom(int count) => $"From が{count}個あります。1個でなければなりません。受信側に拒否されることがあり、表示される差出人が署名されたものとは限りません。";

    public override string NoBody => "ヘッダーの終わりを示す空行がありません。本文がないか、ファイルが途中で切れています。";

    public override string Notes => "補足";

    public override string BadKey(string file, PrivateKeyError error) => error switch
    {
        PrivateKeyError.Unreadable => $"{file}：秘密鍵として読めません。PEM形式（BEGIN PRIVATE KEY または BEGIN RSA PRIVATE KEY）が必要です。todoku dkim keygen で作成できます。",
        PrivateKeyError.Encrypted => $"{file}：鍵がパスフレーズで保護されています。解除してください：openssl pkey -in {file} -out NEW.key",
        PrivateKeyError.NotPrivate => $"{file}：公開鍵です。署名には秘密鍵が必要です。",
        PrivateKeyError.OtherAlgorithm => $"{file}：RSAでもEd25519でもない鍵です。todoku dkim keygen で作成できます。",
        PrivateKeyError.TooShort => $"{file}：1024ビット未満の鍵です。どの受信側にも受け付けられません（RFC 8301）。todoku dkim keygen で作成できます。",
    };

    public override string TooLarge(string file, long megabytes) => $"{file}：大きすぎます。読めるのは{megabytes} MBまでです。";

    public override string NoMessage(string file) => $"{file}：空です。「メッセージのソースを表示」などで保存した、ヘッダー全体を含むメッセージを指定してください。";

    public override string NoFile(string file) => $"{file}：ファイルがありません。ヘッダー全体を含むメッセージ（.eml）を指定してください。";

    public override string NoFileNamed => "メッセージのファイルを指定してください。標準入力から読む場合は - と書きます。";

    public override string Needs(string option) => $"{option} を指定してください。";

    public override string BadDomain(string option, string value) => $"{option} の「{value}」はドメイン名ではありません。";

    public override string BadTime(string option, string value) => $"{option} の「{value}」は時刻として読めません。1970年からの秒数（1770000000）または 2026-05-16T10:00:00Z の形で指定してください。";

    public override string BadNumber(string option, string value, string range) => $"{option} の「{value}」は正しくありません。{range} で指定してください。";

    public override string BadHeader(string value) => $"--headers の「{value}」は正しくありません。From を含むヘッダー名をコロンで区切って指定してください：from:to:subject:date";

    public override string FileHelp => "ヘッダー全体を含むメッセージ（.eml）。- は標準入力。";

    public override string TimeHelp => "検証または署名の時点：1970年からの秒数、または 2026-05-16T10:00:00Z。省略すると現在。";

    public override string BatchHelp => "{\"id\",\"file\",\"time\"} のJSON行を読み、1行ごとに {\"id\",\"result\"} を出力します。";

    public override string JsonHelp => "結果をJSONで出力します。";

    public override string KeyHelp => "秘密鍵のファイル（PEM）。";

    public override string DomainHelp => "署名するドメイン（d=）。";

    public override string SelectorHelp => "セレクター（s=）。公開鍵は SELECTOR._domainkey.DOMAIN に置きます。";

    public override string HeadersHelp => "署名するヘッダーの名前（コロン区切り）。省略すると、読み手に見えるものと本文の読み方を決めるもの。";

    private static string Name(Canonicalization form) => form == Canonicalization.Simple ? "simple" : "relaxed";
}
