using Todoku.Apply.Changes;
using Todoku.Apply.Journals;

namespace Todoku.Cli.Texts;

/// <summary>What the verb <c>apply</c> says.</summary>
internal abstract class ApplyTexts
{
    /// <summary>The verb.</summary>
    public abstract string Command { get; }

    /// <summary>REPORT.</summary>
    public abstract string Report { get; }

    /// <summary>--yes.</summary>
    public abstract string Yes { get; }

    /// <summary>--dry-run.</summary>
    public abstract string DryRun { get; }

    /// <summary>--postfix.</summary>
    public abstract string Postfix { get; }

    /// <summary>--undo.</summary>
    public abstract string Undo { get; }

    /// <summary>--list.</summary>
    public abstract string List { get; }

    /// <summary>--to.</summary>
    public abstract string To { get; }

    /// <summary>--user.</summary>
    public abstract string User { get; }

    /// <summary>--password-file.</summary>
    public abstract string PasswordFile { get; }

    /// <summary>--require-tls.</summary>
    public abstract string RequireTls { get; }

    /// <summary>--sender.</summary>
    public abstract string Sender { get; }

    /// <summary>--from.</summary>
    public abstract string From { get; }

    /// <summary>--domain.</summary>
    public abstract string Domain { get; }

    /// <summary>--name.</summary>
    public abstract string Name { get; }

    /// <summary>--milter.</summary>
    public abstract string Milter { get; }

    /// <summary>--pool.</summary>
    public abstract string Pool { get; }

    /// <summary>relayhost.</summary>
    public abstract string RelayHostCommand { get; }

    /// <summary>return-path.</summary>
    public abstract string ReturnPathCommand { get; }

    /// <summary>helo.</summary>
    public abstract string HeloCommand { get; }

    /// <summary>ipv4-only.</summary>
    public abstract string IPv4OnlyCommand { get; }

    /// <summary>dkim.</summary>
    public abstract string DkimCommand { get; }

    /// <summary>php-sendmail.</summary>
    public abstract string PhpCommand { get; }

    /// <summary>What to apply is missing.</summary>
    public abstract string OneThing { get; }

    /// <summary>A word that is no change, and no file of that name is there.</summary>
    /// <param name="word">The word.</param>
    /// <param name="changes">The changes that there are.</param>
    public abstract string NeitherReportNorChange(string word, string changes);

    /// <summary>The report is on standard input.</summary>
    public abstract string CannotAsk { get; }

    /// <summary>A password that can't be.</summary>
    public abstract string BadPassword { get; }

    /// <summary>Asks.</summary>
    public abstract string Question { get; }

    /// <summary>The answer was no.</summary>
    public abstract string NotMade { get; }

    /// <summary>--state.</summary>
    public abstract string State(string usual);

    /// <summary>--program.</summary>
    public abstract string Program(string usual);

    /// <summary>A name that can't be.</summary>
    public abstract string BadUser(string name);

    /// <summary>A relay that can't be.</summary>
    public abstract string BadRelay(string text);

    /// <summary>An address that can't be.</summary>
    public abstract string BadAddress(string text);

    /// <summary>A host name that can't be.</summary>
    public abstract string BadHostName(string text);

    /// <summary>A word that can't be.</summary>
    public abstract string BadWord(string text);

    /// <summary>An option is missing.</summary>
    public abstract string NeedsOption(string option);

    /// <summary>No report.</summary>
    public abstract string NoReport(string path);

    /// <summary>A command that is run.</summary>
    public abstract string Then(string command);

    /// <summary>A change is made.</summary>
    public abstract string Made(int number);

    /// <summary>A change is undone.</summary>
    public abstract string Undone(int number);

    /// <summary>A file is another than was shown.</summary>
    public abstract string ChangedSinceShown(string path);

    /// <summary>A file is another than was left.</summary>
    public abstract string ChangedSinceMade(int number, string path);

    /// <summary>A change failed.</summary>
    public abstract string TakenBack(string what, string complaint);

    /// <summary>An empty journal.</summary>
    public abstract string NoEntries(string folder);

    /// <summary>Nothing to undo.</summary>
    public abstract string NothingToUndo(string folder);

    /// <summary>A change to be undone.</summary>
    public abstract string UndoTitle(int number, string title);

    /// <summary>A step needs an option.</summary>
    public abstract string GiveOption(string option);

    /// <summary>Another step does the same.</summary>
    public abstract string DoneBy(string step);

    /// <summary>A step for a person.</summary>
    public abstract string ByHand(string text);

    /// <summary>dns.</summary>
    public abstract string DnsCommand { get; }

    /// <summary>--zone.</summary>
    public abstract string Zone { get; }

    /// <summary>--server.</summary>
    public abstract string Server { get; }

    /// <summary>--key-file.</summary>
    public abstract string KeyFile { get; }

    /// <summary>--add.</summary>
    public abstract string AddRecord { get; }

    /// <summary>--remove.</summary>
    public abstract string RemoveRecord { get; }

    /// <summary>A record that can't be.</summary>
    public abstract string BadRecord(string text);

    /// <summary>A server that can't be.</summary>
    public abstract string BadServer(string text);

    /// <summary>--for.</summary>
    public abstract string OnlyFor { get; }

    /// <summary>--only-refusing.</summary>
    public abstract string OnlyRefusing { get; }

    /// <summary>--outgoing.</summary>
    public abstract string Outgoing { get; }

    /// <summary>Another todoku apply is at work.</summary>
    public abstract string Busy(string folder);

    /// <summary>--zone of a report.</summary>
    public abstract string ReportZone { get; }

    /// <summary>--relay-spf.</summary>
    public abstract string RelaySpf { get; }

    /// <summary>--dkim-record.</summary>
    public abstract string DkimRecord { get; }

    /// <summary>A term of SPF that can't be.</summary>
    public abstract string BadSpfTerm(string text);

    /// <summary>What a change does.</summary>
    public abstract string Title(ChangeKind kind, string subject);

    /// <summary>What a person must know of a change.</summary>
    public abstract string Note(ChangeNote note);

    /// <summary>It is so already.</summary>
    public abstract string AlreadySo(ChangeRequest request);

    /// <summary>It can't be changed here.</summary>
    public abstract string Impossible(ChangeRequest request, Obstacle obstacle, string detail);

    /// <summary>Taking back failed, too.</summary>
    public abstract string Stuck(string what, string complaint, IReadOnlyList<string> left, string folder);

    /// <summary>How far a change came, in one word.</summary>
    public abstract string StateOf(JournalState state);
}
