namespace Todoku.Relay.Configuration.Texts;

internal sealed class EnglishTemplateTexts : TemplateTexts
{
    public override string Head =>
        "The relay of Todoku: takes the mail of this server, signs it, and gets it delivered.\n"
        + "Every key is in docs/relay.md. After a change: todoku relay check, then systemctl reload todoku-relay.";

    public override string HostName => "The name that the relay says of itself. It is the reverse name of the address that mail leaves from.";

    public override string NoHostName => "No name of this machine was found: write the reverse name of the address that mail leaves from.";

    public override string Postmaster => "Who is told what nobody else can be told.";

    public override string User => "The user to run as once the ports are open.";

    public override string NoticeLanguage => "The language of notices to senders: en or ja.";

    public override string Resolvers => "Whom DNS is asked of; without it, whom the system asks.";

    public override string Tls => "The certificate for all listeners. A renewed one is taken up by itself.";

    public override string Local => "Where programs of this machine hand mail in. Nobody else may relay here.";

    public override string OtherPort => "Port 25 is taken by another mail server. Let it send through this relay: relayhost = [127.0.0.1]:2525 in Postfix.";

    public override string Submission => "For other machines with a password: todoku relay passwd USER makes one; users = \"/etc/todoku/users\" in [relay].";

    public override string Sendmail => "todoku sendmail, for PHP's mail(), cron and other programs that call sendmail.";

    public override string Paths => "The ways out, and in which order they are used. When a provider blocks one, its mail goes by the next.";

    public override string Direct => "Straight to the recipients' servers.";

    public override string NoIPv6 => "The IPv6 address has no reverse name, and mail from it would be refused. Take this line out when it has one.";

    public override string SmartHost => "The server that mail of this machine goes out through now. Its password belongs into a file of mode 600.";

    public override string SmartHostExample => "A second way, for when the first is blocked.";

    public override string Ladder => "By default the ladder is all paths in the order of this file.";

    public override string NoKeys => "Keys that mail is signed with: todoku dkim keygen --domain example.com --selector s1 --out /etc/todoku/keys/s1.pem";

    public override string Keys => "Another program of this machine signs with these keys. Copy them so that the relay can read them, and let only one of the two sign.";

    public override string ReturnPath => "Bounces to www-data@this-host reach nobody, and SPF of such a sender seldom passes: set an address in the domain of the From field.";

    public override string Bounces => "Bounces that the relay receives and reads; the MX of the domain is this relay.";

    public override string Http => "Mail by HTTP (POST /v1/messages).";

    public override string Limits => "What clients may ask for.";

    public override string Metrics => "Figures for Prometheus.";
}
