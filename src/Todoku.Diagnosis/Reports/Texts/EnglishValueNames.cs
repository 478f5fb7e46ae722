namespace Todoku.Diagnosis.Reports.Texts;

internal sealed class EnglishValueNames : ValueNames
{
    public override string Of(string name) => name switch
    {
        "ip" => "sending IP",
        "domain" => "domain",
        "spf_domain" => "SPF domain",
        "spf_result" => "SPF result",
        "dkim_domain" => "DKIM domain",
        "dkim_selector" => "DKIM selector",
        "dkim_result" => "DKIM result",
        "dmarc_domain" => "DMARC domain",
        "dmarc_result" => "DMARC result",
        "blocklist" => "blocklist",
        "url" => "link",
        "limit" => "limit",
        "recipient" => "recipient",
        "sender" => "sender",
        "helo" => "HELO name",
        "code" => "provider's code",
        "session" => "session id",
        "host" => "sending host",
        "sender_domain" => "envelope domain",
        "submitter" => "handed in by",
        "relay" => "through relay",
        "path" => "path",
        "until" => "tested after",
        "refusals" => "refusals",
        "relay_notices" => "failure notices from the relay",
        _ => name,
    };

    public override string Missing(string name) => name switch
    {
        "ip" => "<your sending IP>",
        "domain" or "sender_domain" or "spf_domain" or "dkim_domain" or "dmarc_domain" => "<your domain>",
        "dkim_selector" => "<selector>",
        "mail_host" or "reverse_name" or "mx_host" => "mail.example.com",
        "new_selector" => "mail2",
        "host" or "helo" => "<your mail host>",
        "provider" => "<the provider>",
        "recipient" => "<the recipient>",
        "sender" => "<the sender>",
        _ => $"<{Of(name)}>",
    };

    protected override string SubmitterKind(string word) => word == "server" ? "the mail server itself" : word;
}
