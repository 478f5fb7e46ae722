using Todoku.Authentication.Dmarc;
using Todoku.Authentication.Dmarc.Discovery;
using Todoku.Authentication.Dmarc.Records;
using Todoku.Mail.Authors;

namespace Todoku.Cli.Texts;

internal sealed class JapaneseDmarcTexts : DmarcTexts
{
    public override string Command => "FromドメインとSPF・DKIMの結果からDMARCを判定し、すべての手順を表示します。";

    public override string FromOption => "差出人：ドメイン、メールアドレス、またはメールのFromヘッダーの内容。";

    public override string SpfOption => "SPFの結果とそのドメイン：pass:example.com、fail:example.com、none。";

    public override string DkimOption => "DKIMの結果と署名ドメイン（d=）。複数回指定できます。";

    public override string RfcOption => "9989（既定）：DNSツリーウォークで組織ドメインを求めます。7489：Public Suffix Listを使う旧規格です。";

    public override string OrgOption => "DOMAIN の組織ドメインだけを求めます。";

    public override string BatchOption => "{\"id\",\"from\",\"spf\":{\"domain\",\"result\"},\"dkim\":[{...}]} のJSON行を読み、1行ごとに結果をJSON行で出力します。";

    public override string JsonOption => "結果をJSONで出力します（docs/dmarc.md）。";

    public override string NeedsFrom => "dmarc には --from が必要です。メールのFromのドメインまたはアドレスを指定してください。";

    public override string RecordSection => "DMARCレコードの検索";

    public override string AlignmentSection => "Fromドメインとのアラインメント";

    public override string PolicySection => "ポリシー";

    public override string ProblemsSection => "レコードについて";

    protected override string PolicyWord => "ポリシー";

    public override string BadIdentifier(string option, string value, IReadOnlyList<string> results) =>
        $"{option} の「{value}」を読み取れません。「結果:ドメイン」の形（例：pass:example.com）で指定してください。結果に使える語：{string.Join("、", results)}";

    public override string BadDomain(string value) => $"--org の「{value}」はドメイン名ではありません。mail.example.com のように指定してください。";

    public override string Reason(DmarcResult result) => result.Reason switch
    {
        DmarcReason.Aligned => "SPFまたはDKIMで認証されたドメインが、Fromドメインとアラインメントしています。",
        DmarcReason.NothingAuthenticated when result.Alignments.Count == 0 => "SPFとDKIMの結果が指定されていないため、Fromドメインを認証するものがありません。",
        DmarcReason.NothingAuthenticated => "SPFもDKIMも、どのドメインについてもpassになっていません。",
        DmarcReason.NotAligned => "SPFまたはDKIMはpassですが、そのドメインはFromドメインとアラインメントしていません。",
        DmarcReason.NoAuthorDomain => "Fromドメインが1つに定まらないため、DMARCを判定できません。このようなメールは多くの受信サーバーで拒否されます。",
        DmarcReason.NoRecord => "DMARCレコードがないため、DMARCは適用されません。",
        DmarcReason.SeveralRecords => "1つでなければならないDMARCレコードが複数あるため、受信側ではすべて無視されます。1つだけ残して削除してください。",
        DmarcReason.UnusableRecord => "DMARCレコードに有効なポリシーもレポートの宛先もないため、受信側では無視されます。以下のタグを修正してください。",
        DmarcReason.RecordLookupFailed => "DMARCレコードの検索中に、DNSから信頼できる応答を得られませんでした。時間をおいて再度お試しください。",
        DmarcReason.AlignmentLookupFailed => "DNSから信頼できる応答を得られず、アラインメントを判定できませんでした。時間をおいて再度お試しください。",
        DmarcReason.AuthenticationFailed => "アラインメントするはずのドメインについて、DNSのエラーでSPFまたはDKIMを判定できませんでした。時間をおいて再度お試しください。",
        DmarcReason.ExistenceLookupFailed => "Fromドメインが存在するかどうかをDNSで確認できず、どのポリシーが適用されるか判定できませんでした。時間をおいて再度お試しください。",
    };

    public override string Author(AuthorDomain author) => author switch
    {
        AuthorDomain.One { IsRepaired: true } one => $"Fromヘッダーの書式が正しくありません（RFC 5322）。ドメイン {one.Domain} として読み取りましたが、受信側で拒否されることがあります。",
        AuthorDomain.Several several => $"Fromヘッダーに複数のドメインがあります：{string.Join("、", several.Domains)}。差出人のアドレスは1つにしてください。",
        AuthorDomain.Missing { Reason: MissingAuthor.NoField } => "メールにFromヘッダーがありません。",
        AuthorDomain.Missing { Reason: MissingAuthor.NoDomain } => "Fromのアドレスにドメインがありません（@がありません）。",
        AuthorDomain.Missing { Reason: MissingAuthor.AddressLiteral } => "Fromのアドレスが、ドメインではなくIPアドレスになっています。",
        AuthorDomain.Missing => "Fromヘッダーにアドレスがありません。",
        AuthorDomain.Malformed { Reason: MalformedAuthor.RepeatedField } => "メールにFromヘッダーが2つ以上あります。1つでなければなりません。",
        AuthorDomain.Malformed { Reason: MalformedAuthor.TooLong } => "Fromヘッダーが長すぎるため読み取れません。",
        AuthorDomain.Malformed { Reason: MalformedAuthor.InvalidDomain } => "Fromヘッダーの@の後ろがドメイン名になっていません。",
        AuthorDomain.Malformed => "Fromヘッダーのどこまでがアドレスなのか判別できません。",
        _ => "",
    };

    public override string Finding(DmarcFinding finding, DnsTexts dns) => finding switch
    {
        DmarcFinding.Record { Value.Standing: DmarcStanding.AssumedNone } => "p、sp、np のいずれかがないか無効なため、p=none とみなされます。",
        DmarcFinding.Record { Value.Standing: DmarcStanding.Unusable } => "p、sp、np のいずれかがないか無効で、レポートの宛先もないため、DMARCは適用されません。",
        DmarcFinding.Absent { OtherTexts.Count: > 0 } => "DMARCレコードではありません。「v=DMARC1」とセミコロンで始まる必要があります",
        DmarcFinding.Absent absent => absent.IsNameMissing ? dns.NoSuchDomain : dns.NoData,
        DmarcFinding.Several several => $"DMARCレコードが{several.Count}件あるため、ないものとみなされます",
        DmarcFinding.Failed failed => dns.Failure(failed.Failure),
        _ => "",
    };

    public override string AsAbove(string name) => $"{name}（上記のとおり）";

    public override string Organization(OrganizationLookup lookup) => lookup.Rule switch
    {
        OrganizationRule.NotPublicSuffix => $"{lookup.Start} の組織ドメイン：{lookup.Domain}（レコードに psd=n があります）",
        OrganizationRule.BelowPublicSuffix => $"{lookup.Start} の組織ドメイン：{lookup.Domain}（psd=y のレコードの1つ下の名前です）",
        OrganizationRule.FewestLabels => $"{lookup.Start} の組織ドメイン：{lookup.Domain}（レコードのある最も短い名前です）",
        OrganizationRule.Itself => $"{lookup.Start} の組織ドメイン：このドメイン自身（レコードが見つかりませんでした）",
        OrganizationRule.PublicSuffixList when lookup.IsPublicSuffix => $"{lookup.Start} は公開サフィックスのため、組織ドメインはありません",
        OrganizationRule.PublicSuffixList => $"{lookup.Start} の組織ドメイン：{lookup.Domain}（Public Suffix List）",
        OrganizationRule.Unknown => $"{lookup.Start} の組織ドメイン：問い合わせに失敗したため不明です",
    };

    public override string Alignment(IdentifierAlignment alignment, DmarcResult result) => alignment.Outcome switch
    {
        AlignmentOutcome.Identical => "一致：Fromドメインと同じです",
        AlignmentOutcome.SameOrganization => $"一致：どちらも組織ドメインが {result.Discovery?.Organization.Domain} です",
        AlignmentOutcome.WouldAlign => "不明：一致するはずですが、DNSのエラーでSPFまたはDKIMを判定できませんでした",
        AlignmentOutcome.NotAuthenticated => "対象外：結果がpassではありません",
        AlignmentOutcome.NotADomain => "不一致：ドメイン名ではありません",
        AlignmentOutcome.StrictAndDifferent =>
            $"不一致：レコードが完全に同じドメインを求めています（{(alignment.Identifier.Mechanism == AuthenticationMechanism.Spf ? "aspf" : "adkim")}=s）",
        AlignmentOutcome.OutsideOrganization when result.Discovery?.Organization.Domain is { } domain => $"不一致：{domain} に含まれません",
        AlignmentOutcome.OutsideOrganization => "不一致：Fromドメインと共通する部分がありません",
        AlignmentOutcome.OwnOrganization => $"不一致：組織ドメインが {alignment.Organization?.Domain} です",
        AlignmentOutcome.LookupFailed => "不明：組織ドメインの問い合わせに失敗しました",
        AlignmentOutcome.TooMany => "未確認：ドメインの数が多すぎます",
    };

    public override string Policy(PolicyChoice policy, DmarcPolicyDiscovery discovery)
    {
        if (policy.Tag.Length == 0) return $"none：{discovery.Domain} のレコードから読み取れるポリシーがありません。";
        var source = policy.Tag switch
        {
            "np" => $"{policy.Published.Word}：{discovery.Domain} の np タグです。Fromドメインが存在しない（NXDOMAIN）ためです。",
            "sp" => $"{policy.Published.Word}：{discovery.Domain} の sp タグです。Fromドメインがサブドメインであるためです。",
            _ when discovery.Outcome == DiscoveryOutcome.AtAuthorDomain => $"{policy.Published.Word}：{discovery.Domain} の p タグです。",
            _ => $"{policy.Published.Word}：{discovery.Domain} の p タグです。サブドメインにも適用されます。",
        };
        return policy.IsTesting ? $"{source}レコードに t=y（テスト中）とあるため、受信側では {policy.Applied.Word} が適用されます。" : source;
    }
}
