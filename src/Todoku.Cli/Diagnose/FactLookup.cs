using System.Text;
using Todoku.Cli.Dns;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Diagnosis;
using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Checks.Hosts;
using Todoku.Diagnosis.Facts;
using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Cli.Diagnose;

/// <summary>Joins what DNS says to a diagnosis, saying on a terminal that it asks.</summary>
/// <param name="console">The world.</param>
/// <param name="texts">Progress.</param>
/// <param name="run">What DNS is asked with; null: it is not.</param>
/// <param name="knowledge">Blocklists and texts.</param>
/// <param name="interruption">Ctrl-C: the report is then written without facts.</param>
/// <param name="options">The From domain that the user names, and how many neighbours are looked up.</param>
/// <param name="isOwnLog">Whether the log is this host's own, so that its configuration speaks of the same mail.</param>
internal sealed class FactLookup(CliConsole console, ProgressTexts texts, DnsRun? run, KnowledgeBase knowledge, Interruption interruption, DiagnoseOptions options, bool isOwnLog)
{
    private DnsFacts? _facts;

    /// <summary>What DNS is asked with; null: it is not.</summary>
    public DnsRun? Run => run;

    /// <summary>The diagnosis with its facts.</summary>
    public DiagnosisResult Join(DiagnosisResult result) => Ask(facts => facts.JoinAsync(result, interruption.Token)) ?? result;

    /// <summary>The diagnosis with the facts of some findings, all of which stay where they are.</summary>
    public DiagnosisResult JoinInPlace(DiagnosisResult result, IReadOnlyList<int> indexes) => Ask(facts => facts.JoinInPlaceAsync(result, indexes, interruption.Token)) ?? result;

    private DiagnosisResult? Ask(Func<DnsFacts, Task<DiagnosisResult>> ask)
    {
        if (run is null || interruption.IsRequested) return null;
        if (console.IsErrorTerminal) console.Error.Write(texts.AskingDns);
        try
        {
            return ask(_facts ??= new DnsFacts(run.Resolver, knowledge, console.Time) { Complete = Completion(), From = options.Domain, AllNeighbours = options.AllNeighbours }).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        finally
        {
            if (console.IsErrorTerminal) console.Error.Write("\r\e[K");
        }
    }

    // From Postfix's configuration: HELO name, selectors that sign, the address it is bound to, where the log names none.
    private Func<CheckSubject, CheckSubject> Completion()
    {
        if (!isOwnLog || HostFacts.ReadAsync(console.Host, interruption.Token).GetAwaiter().GetResult() is not { } host) return subject => subject;
        return subject => HostSubject.Applies(host, subject.Domain, Organization) ? HostSubject.Fill(subject, host, console.Host) : subject;
    }

    private string Organization(DomainName name) => knowledge.OrganizationalDomain(Encoding.ASCII.GetBytes(name.ToString()));
}
