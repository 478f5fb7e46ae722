using Todoku.Mail;

namespace Todoku.Diagnosis.Checks;

/// <summary>Selectors that programs and mailing services use by default. One that is there is a hint; none of them there says nothing.</summary>
public static class SelectorGuess
{
    /// <summary>The names, the likeliest first.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        // Programs: opendkim, rspamd, cPanel and Plesk, amavis, iRedMail, Mail-in-a-Box, Exim's examples.
        "default", "mail", "dkim", "s1", "s2", "key1", "key2", "k1", "k2", "k3", "smtp", "mx", "email",
        // Google Workspace, Microsoft 365, Zoho, Fastmail, Proton.
        "google", "selector1", "selector2", "zoho", "zmail", "fm1", "fm2", "fm3", "protonmail", "protonmail2", "protonmail3",
        // Mailing services: Mandrill, Mailjet, Mailgun, SparkPost, Brevo, Postmark.
        "mandrill", "mailjet", "mta", "pic", "brevo1", "brevo2", "pm", "krs",
        // Names by date, as Google's own.
        "20230601", "20221208", "20210112",
    ];

    /// <summary>The hints for a domain.</summary>
    public static IReadOnlyList<SelectorHint> Of(DomainName domain) => [.. All.Select(selector => new SelectorHint(selector, domain, SelectorOrigin.Guess))];
}
