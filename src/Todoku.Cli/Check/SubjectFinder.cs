using System.Net;
using System.Net.Sockets;
using System.Text;
using Todoku.Cli.Commands;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Checks.Hosts;
using Todoku.Dns;
using Todoku.Dns.Network;
using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Cli.Check;

/// <summary>Puts together whose mail is checked: what the user gave, and for the rest what this host and, if allowed, outsiders tell.</summary>
internal sealed class SubjectFinder(CliConsole console, CliTexts texts, CheckOptions options, KnowledgeBase knowledge, IDnsResolver dns)
{
    private static readonly AddressFamily[] BothFamilies = [AddressFamily.InterNetwork, AddressFamily.InterNetworkV6];

    /// <summary>Finds it.</summary>
    /// <exception cref="UsageException">No domain is given, and none can be found.</exception>
    public async Task<CheckSubject> FindAsync(CancellationToken cancellationToken)
    {
        var facts = options.NoHost ? null : await HostFacts.ReadAsync(console.Host, cancellationToken);
        var domain = options.Domain ?? (facts is null ? null : HostSubject.DomainOf(facts, Organization)) ?? throw new UsageException(texts.Check.NoDomain, CommandExamples.Check);
        if (facts is not null && !HostSubject.Applies(facts, domain, Organization)) facts = null;
        var subject = Given(domain);
        if (options.AskAddress && subject.Addresses.Count == 0) subject = await WithOutsideAddressAsync(subject, facts, cancellationToken);
        return facts is null ? subject : HostSubject.Fill(subject, facts, console.Host);
    }

    private CheckSubject Given(DomainName domain) => new()
    {
        Domain = domain,
        DomainOrigin = options.Domain is null ? FactOrigin.Postfix : FactOrigin.Given,
        Addresses = options.Addresses,
        HeloName = options.Helo,
        ReturnPathDomain = options.ReturnPath,
        Selectors = [.. options.Selectors.Select(selector => new SelectorHint(selector, domain, SelectorOrigin.Given))],
        Provider = options.Provider,
        AllNeighbours = options.AllNeighbours,
    };

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
