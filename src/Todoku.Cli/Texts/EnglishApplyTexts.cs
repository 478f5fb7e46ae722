using Todoku.Apply.Changes;
using Todoku.Apply.Journals;

namespace Todoku.Cli.Texts;

internal sealed class EnglishApplyTexts : ApplyTexts
{
    public override string Command => "Make the changes on this host that a plan names: each is shown first, asked for, and can be undone.";

    public override string Report => "A report of todoku diagnose --json or todoku check --json; - is standard input.";

    public override string Yes => "Make the changes without asking; they are still shown.";

    public override string DryRun => "Show the changes and make none.";

    public override string Postfix => "The configuration folder of the Postfix instance, where there are several.";

    public override string Undo => "Undo the last change, or all down to this number.";

    public override string List => "List the changes that were made.";

    public override string To => "The relay; port 587 unless another is given, at 465 TLS from the start.";

    public override string User => "The name to log in to the relay with; the password is asked for, or read from standard input.";

    public override string PasswordFile => "A file whose first line is the password.";

    public override string RequireTls => "Send nothing to a relay that offers no TLS; with a login it is always so.";

    public override string Sender => "The address that becomes the envelope sender, where bounces go.";

    public override string From => "An envelope sender to replace: an address, or the name of a user; may be given several times.";

    public override string Domain => "The domain of all senders without one (myorigin).";

    public override string Name => "The full host name to say in HELO: that of the PTR record.";

    public override string Milter => "The socket of the program that signs, as Postfix writes it: inet:127.0.0.1:8891.";

    public override string Pool => "Only this pool of php-fpm.";

    public override string RelayHostCommand => "Let Postfix send all mail through a relay.";

    public override string ReturnPathCommand => "Let Postfix replace envelope senders (the Return-Path).";

    public override string HeloCommand => "Set the name that Postfix says in HELO.";

    public override string IPv4OnlyCommand => "Let Postfix send by IPv4 only.";

    public override string DkimCommand => "Let Postfix hand mail to a program that signs it (OpenDKIM, Rspamd).";

    public override string PhpCommand => "Set PHP's sendmail_path wherever it is really read.";

    public override string NeitherReportNorChange(string word, string changes) => $"there is no change '{word}', and no report of that name. Changes are: {changes}.";

    public override string OneThing => "Give a report, a change, --list or --undo; todoku apply --help shows the changes.";

    public override string CannotAsk => "With the report on standard input nobody can be asked: add --dry-run or --yes.";

    public override string BadPassword => "The password is empty, too long, or has characters that can't stand in Postfix's table (control characters, spaces at its ends).";

    public override string Question => "Make this change? [y/N]";

    public override string NotMade => "Not made.";

    public override string State(string usual) => $"The folder where what was changed is written down; default: {usual}.";

    public override string Program(string usual) => $"The program that PHP hands mail to; default: {usual}.";

    public override string BadUser(string name) => $"--user '{name}' can't be written into Postfix's table: no colon, no control characters.";

    public override string BadRelay(string text) => $"--to '{text}' is no server. Write relay.example.net:587, an address, or [2001:db8::1]:587.";

    public override string BadAddress(string text) => $"'{text}' is no address of mail that can be written there. Write info@example.com.";

    public override string BadHostName(string text) => $"'{text}' is no full host name. Write mail.example.com.";

    public override string BadWord(string text) => $"'{text}' can't be written there.";

    public override string NeedsOption(string option) => $"{option} is missing.";

    public override string NoReport(string path) => $"{path} is no report of todoku diagnose --json or todoku check --json.";

    public override string Then(string command) => $"then: {command}";

    public override string Made(int number) => $"Made, as number {number}. todoku apply --undo {number} takes it back.";

    public override string Undone(int number) => $"Number {number} is undone.";

    public override string ChangedSinceShown(string path) => $"{path} has been changed since it was shown: nothing was done. Run the command again.";

    public override string ChangedSinceMade(int number, string path) => $"Number {number} can't be undone: {path} has been changed since. Nothing was done. Its changes since then:";

    public override string TakenBack(string what, string complaint) => $"Failed, and taken back; everything is as it was.\n  {what}\n  {complaint}";

    public override string NoEntries(string folder) => $"Nothing was changed yet ({folder}).";

    public override string NothingToUndo(string folder) => $"There is no such change in force in {folder}. todoku apply --list shows all.";

    public override string UndoTitle(int number, string title) => $"Undo number {number}: {title}";

    public override string GiveOption(string option) => $"Can be done here: give {option}.";

    public override string DoneBy(string step) => $"Not needed beside {step}, which does the same.";

    public override string ByHand(string text) => $"By hand: {text}";

    public override string DnsCommand => "Change records of a zone by a signed update (RFC 2136, TSIG).";

    public override string Zone => "The zone.";

    public override string Server => "The zone's primary server: an address, with :PORT unless it is 53.";

    public override string KeyFile => "The file of the key, as tsig-keygen or keymgr writes it (hmac-sha256).";

    public override string AddRecord => "A record to add: 'NAME TYPE VALUE'; an SPF, DMARC or DKIM record, or a CNAME, takes the place of the one that is there.";

    public override string RemoveRecord => "A record to remove: 'NAME TYPE VALUE'.";

    public override string BadRecord(string text) => $"--add or --remove '{text}' can't be read. Write 'mail.example.com A 192.0.2.1'.";

    public override string BadServer(string text) => $"--server '{text}' is no address. Write 192.0.2.53 or 192.0.2.53:5353.";

    public override string OnlyFor => "Send only mail to this domain through the relay, all other mail as before; may be given several times.";

    public override string OnlyRefusing => "Send only mail to the domains that the report's lines show refusing through the relay; --for adds others.";

    public override string Outgoing => "Replace the address only in mail that leaves the host, and there in From, too (smtp_generic_maps).";

    public override string Busy(string folder) => $"Another todoku apply is making a change at this moment ({folder}/lock): nothing was done. Run the command again when it has ended.";

    public override string ReportZone => "A zone whose records are changed as the plan says, by a signed update; may be given several times. Without it they are printed.";

    public override string RelaySpf => "What SPF records name the relay by: include:spf.relay.example, ip4:203.0.113.25.";

    public override string DkimRecord => "A file with the record of the public key, as todoku dkim keygen or opendkim-genkey prints it.";

    public override string BadSpfTerm(string text) => $"--relay-spf '{text}' is no such term. Write include:spf.relay.example, ip4:203.0.113.25 or ip6:2001:db8::25.";

    public override string Title(ChangeKind kind, string subject) => kind switch
    {
        ChangeKind.RelayHost => $"Send all mail through {subject}",
        ChangeKind.RelayForDomains => $"Send mail to some domains through a relay: {subject}",
        ChangeKind.ReturnPath => $"Envelope sender: {subject}",
        ChangeKind.Helo => $"HELO name: {subject}",
        ChangeKind.IPv4Only => "Send by IPv4 only",
        ChangeKind.Dkim => $"Hand mail to the signer at {subject}",
        ChangeKind.Dns => $"Records of {subject}",
        ChangeKind.PhpSendmail => $"PHP sends by: {subject}",
    };

    public override string Note(ChangeNote note) => note.Kind switch
    {
        ChangeNoteKind.NotRunning => $"{note.Detail} is not running; this holds from its next start on.",
        ChangeNoteKind.DecidedBefore => $"Decides before this does, and is left as it is: {note.Detail}",
        ChangeNoteKind.ServiceHasItsOwn => $"master.cf has its own setting, which wins there and is left as it is: {note.Detail}",
        ChangeNoteKind.PoolHasItsOwn => $"This pool has its own sendmail_path, which is left as it is (--pool changes it): {note.Detail}",
        ChangeNoteKind.NoLoginLibrary => "The library for logins seems to be missing: install libsasl2-modules (Debian, Ubuntu) or cyrus-sasl-plain (RHEL family).",
        ChangeNoteKind.RestartByHand => $"If it runs, restart it afterwards: {note.Detail}",
    };

    public override string AlreadySo(ChangeRequest request) => $"{Aim(request)}: it is so already.";

    public override string Impossible(ChangeRequest request, Obstacle obstacle, string detail) => $"{Aim(request)}: {Why(obstacle, detail)}";

    public override string Stuck(string what, string complaint, IReadOnlyList<string> left, string folder) =>
        $"Failed, and taking back failed, too. What the files held before is in {folder}.\n  {what}\n  {complaint}\nLeft to do by hand:\n{string.Join('\n', left.Select(one => $"  {one}"))}";

    public override string StateOf(JournalState state) => state switch
    {
        JournalState.Begun => "begun",
        JournalState.Made => "made ",
        JournalState.TakenBack => "taken back",
        JournalState.Undone => "undone",
    };

    private string Aim(ChangeRequest request) => request switch
    {
        ChangeRequest.RelayHost { OnlyFor.Count: > 0 } relay => Title(ChangeKind.RelayForDomains, $"{string.Join(", ", relay.OnlyFor)} -> {relay.Place}"),
        ChangeRequest.RelayHost relay => Title(ChangeKind.RelayHost, relay.Place),
        ChangeRequest.ReturnPath sender => Title(ChangeKind.ReturnPath, sender.To),
        ChangeRequest.Helo helo => Title(ChangeKind.Helo, helo.Name),
        ChangeRequest.IPv4Only => Title(ChangeKind.IPv4Only, ""),
        ChangeRequest.Dkim dkim => Title(ChangeKind.Dkim, dkim.Milter),
        ChangeRequest.Dns dns => Title(ChangeKind.Dns, dns.Zone.ToString()),
        ChangeRequest.PhpSendmail php => Title(ChangeKind.PhpSendmail, php.Program),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Why(Obstacle obstacle, string detail) => obstacle switch
    {
        Obstacle.NoPostfix => "there is no Postfix here (postconf was not found).",
        Obstacle.SeveralInstances => $"there are several Postfix instances. Say which with --postfix: {detail}",
        Obstacle.PostfixUnreadable => $"Postfix does not tell its configuration: {detail}",
        Obstacle.FileUnreadable => detail,
        Obstacle.NotPermitted => $"{detail} Run it as root.",
        Obstacle.NoService => $"{detail} has no service smtp or relay.",
        Obstacle.ImplicitTlsForDomains => "at port 465 TLS begins at once, which Postfix can't do for single domains. Give the relay's port 587.",
        Obstacle.NoPhp => "no configuration of PHP was found.",
        Obstacle.NoNameServer => $"the name server does not answer: {detail}",
        Obstacle.SeveralSpfRecords => $"{detail} has several SPF records, which is an error to receivers: make one of them first (todoku check says which).",
        Obstacle.NoKey => $"{detail} holds no key of HMAC-SHA256, as tsig-keygen writes it.",
        Obstacle.NoPool => $"php-fpm has no pool named {detail}.",
    };
}
