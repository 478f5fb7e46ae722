using System.CommandLine;

namespace Todoku.Cli.Commands;

/// <summary>Examples of command lines: for help, and behind messages about wrong arguments.</summary>
internal static class CommandExamples
{
    /// <summary>diagnose.</summary>
    public const string Diagnose = "todoku diagnose /var/log/mail.log --since 7d";

    /// <summary>explain.</summary>
    public const string Explain = "todoku explain '550-5.7.1 [192.0.2.1] Our system has detected ...'";

    /// <summary>check.</summary>
    public const string Check = "todoku check example.com --ip 192.0.2.1 --helo mail.example.com";

    /// <summary>check, records to publish.</summary>
    public const string CheckPublish = "todoku check example.com --ip 192.0.2.1 --publish bind > records.zone";

    /// <summary>check, waiting for a change.</summary>
    public const string CheckWait = "todoku check example.com --ip 192.0.2.1 --wait --timeout 2h";

    /// <summary>spf.</summary>
    public const string Spf = "todoku spf --ip 192.0.2.1 --sender user@example.com --helo mail.example.com";

    /// <summary>completion.</summary>
    public const string Completion = "todoku completion bash > /etc/bash_completion.d/todoku";

    /// <summary>dmarc.</summary>
    public const string Dmarc = "todoku dmarc --from info@example.com --spf pass:mail.example.com --dkim pass:example.com";

    /// <summary>dmarc, for an organisational domain.</summary>
    public const string DmarcOrg = "todoku dmarc --org mail.example.com";

    /// <summary>message.</summary>
    public const string Message = "todoku message mail.eml --ip 192.0.2.1 --sender bounce@example.com --helo mail.example.com";

    /// <summary>apply.</summary>
    public const string Apply = "todoku apply report.json --to relay.example.net:587 --user web1 --sender info@example.com";

    /// <summary>apply relayhost.</summary>
    public const string ApplyRelayHost = "todoku apply relayhost --to relay.example.net:587 --user web1";

    /// <summary>apply return-path.</summary>
    public const string ApplyReturnPath = "todoku apply return-path --from apache@web01.provider.example --sender info@example.com";

    /// <summary>apply helo.</summary>
    public const string ApplyHelo = "todoku apply helo --name mail.example.com";

    /// <summary>apply dkim.</summary>
    public const string ApplyDkim = "todoku apply dkim --milter inet:127.0.0.1:8891";

    /// <summary>apply dns.</summary>
    public const string ApplyDns = "todoku apply dns --zone example.com --server 192.0.2.53 --key-file /etc/todoku/dns.key --add 'example.com TXT \"v=spf1 ip4:192.0.2.1 -all\"'";

    /// <summary>apply with records.</summary>
    public const string ApplyZone = "todoku apply report.json --zone example.com --server 192.0.2.53 --key-file /etc/todoku/dns.key --relay-spf ip4:203.0.113.25";

    /// <summary>apply php-sendmail.</summary>
    public const string ApplyPhp = "todoku apply php-sendmail --sender info@example.com --pool shop";

    /// <summary>relay init.</summary>
    public const string RelayInit = "todoku relay init --config /etc/todoku/relay.toml";

    /// <summary>relay passwd.</summary>
    public const string RelayPasswd = "todoku relay passwd www";

    /// <summary>relay apikey.</summary>
    public const string RelayApiKey = "todoku relay apikey shop";

    /// <summary>relay paths, opening one.</summary>
    public const string RelayPathsOpen = "todoku relay paths --open google/main";

    /// <summary>sandbox init.</summary>
    public const string SandboxInit = "todoku sandbox init sandbox.toml";

    /// <summary>sandbox run.</summary>
    public const string SandboxRun = "todoku sandbox run sandbox.toml";

    /// <summary>sandbox inbox.</summary>
    public const string SandboxInbox = "todoku sandbox inbox";

    /// <summary>demo.</summary>
    public const string Demo = "todoku demo";

    /// <summary>queue list.</summary>
    public const string QueueList = "todoku queue list --provider google --cause ip-reputation";

    /// <summary>queue shape.</summary>
    public const string QueueShape = "todoku queue shape --lanes 10";

    /// <summary>suppress list.</summary>
    public const string SuppressList = "todoku suppress list example.com";

    /// <summary>suppress add.</summary>
    public const string SuppressAdd = "todoku suppress add user@example.com --for 30d --note 'asked by telephone'";

    /// <summary>suppress remove.</summary>
    public const string SuppressRemove = "todoku suppress remove user@example.com";

    /// <summary>The names that lead to a command, without the program's: <c>dkim verify</c>.</summary>
    public static string PathOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent and not RootCommand ? $"{PathOf(parent)} {command.Name}" : command.Name;

    /// <summary>The examples of a command.</summary>
    public static IReadOnlyList<string> Of(Command command) => Of(PathOf(command));

    private static IReadOnlyList<string> Of(string command) => command switch
    {
        "diagnose" =>
        [
            "todoku diagnose",
            Diagnose,
            "todoku diagnose /var/log/mail.log* -o report.html --redact",
            "todoku diagnose mail.log --zone new-records.zone",
            "ssh mail.example.com cat /var/log/mail.log | todoku diagnose - --json",
        ],
        "explain" => [Explain, "grep status=bounced /var/log/mail.log | tail -n 1 | todoku explain", "todoku explain --batch < replies.jsonl"],
        "check" => [Check, "todoku check info@example.com --selector s1 --return-path bounces@example.com --verbose", CheckPublish, CheckWait],
        "dmarc" => [Dmarc, DmarcOrg, "todoku dmarc --batch < messages.jsonl"],
        "spf" => [Spf, "todoku spf --ip 192.0.2.1 --sender example.com", "todoku spf --ip 2001:db8::1 --sender '' --helo mail.example.com --json", "todoku spf --batch < mails.jsonl"],
        "message" => [Message, "todoku message - < mail.eml", "todoku message --batch < mails.jsonl"],
        "apply" => ["todoku diagnose --json > report.json", $"{Apply} --dry-run", ApplyZone, "todoku apply --list", "todoku apply --undo"],
        "apply relayhost" => [ApplyRelayHost, "todoku apply relayhost --to '[relay.example.net]:465' --user web1 --password-file /etc/todoku/relay-password --yes"],
        "apply return-path" => [ApplyReturnPath, "todoku apply return-path --domain example.com"],
        "apply helo" => [ApplyHelo],
        "apply ipv4-only" => ["todoku apply ipv4-only --dry-run"],
        "apply dkim" => [ApplyDkim],
        "apply dns" => [ApplyDns],
        "apply php-sendmail" => [ApplyPhp, "todoku apply php-sendmail --program /usr/local/bin/todoku-sendmail"],
        "completion" => [Completion, "todoku completion zsh > \"${fpath[1]}/_todoku\"", "todoku completion fish > ~/.config/fish/completions/todoku.fish"],
        "relay" => ["todoku relay init", "todoku relay check", "todoku relay passwd www", "todoku relay paths"],
        "relay init" => [RelayInit, "todoku relay init --config - | less"],
        "relay check" => ["todoku relay check", "todoku relay check --config relay.toml --json"],
        "relay apikey" => [RelayApiKey, "todoku relay apikey --list", "todoku relay apikey shop --delete"],
        "relay paths" => ["todoku relay paths", RelayPathsOpen],
        "relay limits" => ["todoku relay limits", "todoku relay limits --json"],
        "queue" => ["todoku queue list", "todoku queue why 1A2B3C", "todoku queue shape"],
        "queue list" => [QueueList, "todoku queue list --sender news@example.com --older-than 2h --json"],
        "queue show" => ["todoku queue show 1A2B3C"],
        "queue why" => ["todoku queue why 1A2B3C", "todoku queue why 1A2B3C/2 --json"],
        "queue shape" => [QueueShape],
        "queue trace" => ["todoku queue trace 1A2B3C"],
        "queue retry" => ["todoku queue retry 1A2B3C", "todoku queue retry --provider google"],
        "queue hold" => ["todoku queue hold --sender news@example.com"],
        "queue release" => ["todoku queue release --sender news@example.com", "todoku queue release --all"],
        "queue drop" => ["todoku queue drop 1A2B3C/2", "todoku queue drop --sender news@example.com --domain example.org"],
        "suppress" => [SuppressList, SuppressAdd, SuppressRemove],
        "suppress list" => [SuppressList],
        "suppress add" => [SuppressAdd, "todoku suppress add user@example.com --from shop.example --bulk"],
        "suppress remove" => [SuppressRemove],
        "relay run" => ["todoku relay run --config /etc/todoku/relay.toml"],
        "relay passwd" => [RelayPasswd, "todoku relay passwd www < password.txt", "todoku relay passwd --list", "todoku relay passwd www --delete"],
        "sandbox" => ["todoku sandbox init", SandboxRun, "todoku sandbox inbox"],
        "sandbox init" => [SandboxInit],
        "sandbox run" => [SandboxRun],
        "sandbox inbox" => [SandboxInbox, "todoku sandbox inbox 3", "todoku sandbox inbox --json"],
        "demo" => [Demo, "todoku demo --keep"],
        "sendmail" => ["todoku sendmail -t -i < message.eml", "todoku sendmail -f bounces@example.com user@example.net < message.eml"],
        "dkim" => ["todoku dkim verify message.eml", "todoku dkim keygen --domain example.com --selector s1 --out s1.key"],
        "dkim verify" => ["todoku dkim verify message.eml", "todoku dkim verify - --json < message.eml", "todoku dkim verify --batch < files.jsonl"],
        "dkim sign" => ["todoku dkim sign message.eml --key s1.key --domain example.com --selector s1 > signed.eml"],
        "dkim keygen" => ["todoku dkim keygen --domain example.com --selector s1 --out s1.key"],
        "arc" => ["todoku arc verify message.eml"],
        "arc verify" => ["todoku arc verify message.eml", "todoku arc verify --batch < files.jsonl"],
        "arc seal" => ["todoku arc seal message.eml --key s1.key --domain example.com --selector s1 --authserv-id mx.example.com > sealed.eml"],
        _ => ["todoku diagnose", Explain],
    };
}
