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

    /// <summary>relay init.</summary>
    public const string RelayInit = "todoku relay init --config /etc/todoku/relay.toml";

    /// <summary>relay passwd.</summary>
    public const string RelayPasswd = "todoku relay passwd www";

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
        "completion" => [Completion, "todoku completion zsh > \"${fpath[1]}/_todoku\"", "todoku completion fish > ~/.config/fish/completions/todoku.fish"],
        "relay" => ["todoku relay init", "todoku relay check", "todoku relay passwd www"],
        "relay init" => [RelayInit, "todoku relay init --config - | less"],
        "relay check" => ["todoku relay check", "todoku relay check --config relay.toml --json"],
        "relay run" => ["todoku relay run --config /etc/todoku/relay.toml"],
        "relay passwd" => [RelayPasswd, "todoku relay passwd www < password.txt", "todoku relay passwd --list", "todoku relay passwd www --delete"],
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
