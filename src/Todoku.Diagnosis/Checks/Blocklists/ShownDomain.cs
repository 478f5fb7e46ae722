using Todoku.Diagnosis.Checks.Addresses;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Blocklists;

/// <summary>A domain that a message of the sender shows to receivers.</summary>
/// <param name="Name">The organisational domain.</param>
/// <param name="IsOwn">Whether it is that of From or Return-Path; else only of the host's names, which may be the hosting company's.</param>
internal sealed record ShownDomain(DomainName Name, bool IsOwn)
{
    // An address with many names is somebody's mistake; the first ones tell enough.
    private const int MaxNames = 3;

    /// <summary>All of them, each once, the sender's own first.</summary>
    public static async Task<IReadOnlyList<ShownDomain>> AllAsync(CheckContext context, CancellationToken cancellationToken)
    {
        var subject = context.Subject;
        List<ShownDomain> domains = [];
        Add(subject.Domain, isOwn: true);
        Add(subject.ReturnPathDomain, isOwn: true);
        Add(subject.HeloName, isOwn: false);
        foreach (var address in AddressReach.Of(subject).Where(AddressReach.IsPublic))
        {
            var reverse = await ReverseNames.OfAsync(context, address, cancellationToken).ConfigureAwait(false);
            foreach (var name in reverse.Names.Take(MaxNames)) Add(name, isOwn: false);
        }
        return domains;

        void Add(DomainName? name, bool isOwn)
        {
            // A name of one label is no domain that a list could hold.
            if (name is null || !DomainName.TryParse(context.OrganizationalDomain(name), out var domain) || domain.LabelCount < 2) return;
            if (!domains.Exists(known => known.Name.Equals(domain))) domains.Add(new ShownDomain(domain, isOwn));
        }
    }
}
