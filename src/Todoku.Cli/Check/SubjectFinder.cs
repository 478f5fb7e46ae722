using System.Net;
using System.Net.Sockets;
using System.Text;
using Todoku.Cli.Commands;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Checks.Hosts;
using Todoku.Diagnosis.Checks.Selectors;
using Todoku.Diagnosis.Reports.Escaping;
using Todoku.Dns;
using Todoku.Dns.Network;
using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Cli.Check;

/// <summary>Puts together whose mail is checked: what the user gave, and for the rest what this host and, if allowed, outsiders tell.</summary>
internal sealed class SubjectFinder(CliConsole console, CliTexts texts, CheckOptions options, KnowledgeBase knowledge, IDnsResolver dns)
{
    private const int MaxOthers = 3;

    private static readonly AddressFamily[] BothFamilies = [AddressFamily.InterNetwork, AddressFamily.InterNetworkV6];

    /// <summary>Finds it.</summary>
    /// <exception cref="UsageException">No domain is given, and none can be found.</exception>
    /// <exception cref="UnreadableException">A message or log that the user names can't be read.</exception>
    public async Task<CheckSubject> FindAsync(CancellationToken cancellationToken)
    {
        var samples = new MailEvidence(console, texts, knowledge).Read(options.Mails);
        var facts = options.NoHost ? null : await HostFacts.ReadAsync(console.Host, cancellationToken);
        var ofMail = MailSamples.DomainOf(samples);
        var domain = options.Domain ?? ofMail ?? (facts is null ? null : HostSubject.DomainOf(facts, Organization))
            ?? throw new UsageException(texts.Check.NoDomain, CommandExamples.Check);
        var subject = WithMails(Given(domain, ofMail is not null), samples);
        subject = WithLogs(subject, facts is not null, cancellationToken, out var isSignedHere);
        // Who signs for a domain sends for it, whatever else the configuration says of it.
        if (facts is not null && !isSignedHere && !HostSubject.Applies(facts, domain, Organization)) facts = null;
        if (options.AskAddress && subject.Addresses.Count == 0) subject = await WithOutsideAddressAsync(subject, facts, cancellationToken);
        if (facts is not null) subject = HostSubject.Fill(subject, facts, console.Host);
        if (subject.Selectors.Any(hint => hint.Origin != SelectorOrigin.Guess)) return subject;
        return subject with { Selectors = [.. subject.Selectors, .. await DnsSelectors.FindAsync(new CheckContext(subject, dns, knowledge, console.Time), cancellationToken)] };
    }

    private CheckSubject Given(DomainName domain, bool isOfMail) => new()
    {
        Domain = domain,
        DomainOrigin = options.Domain is not null ? FactOrigin.Given : isOfMail ? FactOrigin.Message : FactOrigin.Postfix,
        Addresses = options.Addresses,
        HeloName = options.Helo,
        ReturnPathDomain = options.ReturnPath,
        Selectors = [.. options.Selectors.Select(selector => new SelectorHint(selector, domain, SelectorOrigin.Given))],
        Provider = options.Provider,
        AllNeighbours = options.AllNeighbours,
    };

    private CheckSubject WithMails(CheckSubject subject, IReadOnlyList<MailSample> samples)
    {
        var own = MailSamples.Own(samples, subject.Domain, Organization);
        if (samples.Count > 0 && own.Count == 0)
        {
            var others = samples.Select(sample => sample.From?.ToString()).OfType<string>().Distinct().Take(MaxOthers);
            console.Error.WriteLine($"todoku: {VisibleText.Escape(texts.Check.MailOfOthers(subject.Domain.ToString(), string.Join(", ", others)))}");
        }
        return MailSamples.Fill(subject, own, Organization);
    }

    // The host's own log is read when nothing else tells who signs.
    private CheckSubject WithLogs(CheckSubject subject, bool isMailHost, CancellationToken cancellationToken, out bool isSignedHere)
    {
        isSignedHere = false;
        var evidence = new LogEvidence(console, texts, knowledge, cancellationToken);
        var home = Organization(subject.Domain);
        if (options.Logs.Count > 0)
        {
            var given = evidence.Read(options.Logs).Hints(name => Organization(name) == home);
            if (given.Count == 0) console.Error.WriteLine($"todoku: {texts.Check.NothingSignedInLog(subject.Domain.ToString())}");
            return subject with { Selectors = [.. subject.Selectors, .. given] };
        }
        if (options.NoHost || subject.Selectors.Count > 0 || subject.UnsignedMessages.Count > 0) return subject;
        var own = evidence.ReadOwn(isMailHost).Hints(name => Organization(name) == home);
        isSignedHere = own.Count > 0;
        return subject with { Selectors = own };
    }

    private async Task<CheckSubject> WithOutsideAddressAsync(CheckSubject subject, HostFacts? facts, CancellationToken cancellationToken)
    {
        if (facts is { IsRelayed: true })
        {
            console.Error.WriteLine($"todoku: {texts.Check.AddressOfRelay}");
            return subject;
        }
        // What Postfix is told to send from needs no outsider.
        if (facts is { BoundAddresses.Count: > 0 }) return subject;
        console.Error.WriteLine($"todoku: {texts.Check.AskingOutsiders(string.Join(", ", OutsideAddress.Outsiders))}");
        var outside = new OutsideAddress(dns, place => new NetworkResolver([place], NetworkResolver.DefaultTimeout, console.Time));
        List<IPAddress> addresses = [];
        foreach (var family in facts?.Families ?? BothFamilies)
            if (await outside.FindAsync(family, cancellationToken) is { } address) addresses.Add(address);
        if (addresses.Count == 0) console.Error.WriteLine($"todoku: {texts.Check.AddressNotFound}");
        return addresses.Count == 0 ? subject : subject with { Addresses = addresses, AddressOrigin = FactOrigin.Outside };
    }

    private string Organization(DomainName name) => knowledge.OrganizationalDomain(Encoding.ASCII.GetBytes(name.ToString()));
}
