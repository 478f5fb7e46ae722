using Todoku.Diagnosis.Reports.Content;
using Todoku.Diagnosis.Reports.Texts;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Tests.Reports;

/// <summary>A few articles and steps, so that golden files don't change with the knowledge.</summary>
internal static class SampleTexts
{
    public static ReportBuilder Builder(Language language) =>
        new(id => Article(id, language), id => Step(id, language), ReportTexts.Of(language), "0.0.0-test");

    private static Article? Article(string id, Language language) => (id, language) switch
    {
        ("return-path-mismatch", Language.English) => new Article(
            id, Cause.ReturnPathMismatch, Fault.Sender, "The Return-Path is your server's own name, not your domain",
            "Mail that leaves as {sender_domain} can't pass SPF for your own domain. {provider} then has nothing to trust.",
            "New mail to {provider} shows status=sent.", []),
        ("return-path-mismatch", Language.Japanese) => new Article(
            id, Cause.ReturnPathMismatch, Fault.Sender, "Return-Pathがサーバー自身の名前になっています",
            "{sender_domain} から出たメールは、自分のドメインのSPFでは認証されません。そのため {provider} は送信元を信用できません。",
            "{provider} 宛ての新しいメールが status=sent になります。", []),
        ("spam-content", Language.English) => new Article(id, Cause.SpamContent, Fault.Sender, "The message itself is judged as spam", "Means.", "Verify.", []),
        ("spam-content", Language.Japanese) => new Article(id, Cause.SpamContent, Fault.Sender, "メールの内容が迷惑メールと判定されています", "意味。", "確認。", []),
        ("check.spf-address.passes", Language.English) => new Article(id, Cause.SpfFail, Fault.Sender, "{ip} may send for {domain} (SPF pass, by {term})", "", "", []),
        ("check.spf-address.passes", Language.Japanese) => new Article(id, Cause.SpfFail, Fault.Sender, "{ip} は {domain} で送信できます（SPF pass、該当: {term}）", "", "", []),
        ("check.neighbours.network", Language.English) => new Article(id, Cause.IpBlocklisted, Fault.Network, "{ip} and {count} of {most} addresses around it are on {list}", "", "", []),
        ("check.neighbours.network", Language.Japanese) => new Article(id, Cause.IpBlocklisted, Fault.Network, "{ip} と、周辺 {most} 個のうち {count} 個が {list} に載っています", "", "", []),
        ("check.spf.missing", Language.English) => new Article(id, Cause.Unauthenticated, Fault.Sender, "{domain} publishes no SPF record", "", "", []),
        ("check.spf.missing", Language.Japanese) => new Article(id, Cause.Unauthenticated, Fault.Sender, "{domain} はSPFレコードを公開していません", "", "", []),
        _ => null,
    };

    private static Step? Step(string id, Language language) => (id, language) switch
    {
        ("set-return-path", Language.English) => new Step(id, StepGroup.ReturnPath,
            "Set the Return-Path of the site's mail to an address of your own domain, in PHP or in Postfix. For PHP's mail():\n    mail($to, $subject, $body, $headers, '-f info@{domain}');\nThen reload.",
            "Receivers check SPF for the Return-Path's domain. Yours is {sender_domain}.", "The log shows from=<info@{domain}>.",
            "Use a plugin for SMTP instead, for example in WordPress."),
        ("set-return-path", Language.Japanese) => new Step(id, StepGroup.ReturnPath,
            "サイトから送るメールのReturn-Pathを、自分のドメインのアドレスにします。PHPのmail()の場合は次のとおりです。\n    mail($to, $subject, $body, $headers, '-f info@{domain}');\n設定後に再読み込みします。",
            "受信側はReturn-PathのドメインのSPFを確認します。現在は {sender_domain} です。", "ログに from=<info@{domain}> と表示されます。",
            "WordPressなどでは、SMTP用のプラグインを使います。"),
        ("publish-spf", Language.English) => new Step(id, StepGroup.Spf, "Publish this SPF record for {domain}:\n    {domain}. TXT \"v=spf1 ip4:{ip} -all\"",
            "It says which servers may send for you.", "dig +short TXT {domain} shows it.", ""),
        ("publish-spf", Language.Japanese) => new Step(id, StepGroup.Spf, "{domain} に次のSPFレコードを公開します。\n    {domain}. TXT \"v=spf1 ip4:{ip} -all\"",
            "どのサーバーから送ってよいかを示すためです。", "dig +short TXT {domain} で表示されます。", ""),
        ("publish-spf-record", Language.English) => new Step(id, StepGroup.Spf, "Put this record into the DNS of {sender_domain}:", "Why.", "Verify.", ""),
        ("publish-spf-record", Language.Japanese) => new Step(id, StepGroup.Spf, "{sender_domain} のDNSに次のレコードを設定します。", "理由。", "確認。", ""),
        ("use-relay", Language.English) => new Step(id, StepGroup.Relay, "Send by a relay with a good name.", "The address stays bad for weeks.", "{provider} accepts.", ""),
        ("use-relay", Language.Japanese) => new Step(id, StepGroup.Relay, "評価の高い中継サーバーから送ります。", "IPアドレスの評価は数週間変わりません。", "{provider} に届きます。", ""),
        _ => null,
    };
}
