using System.Net;
using Todoku.Dns;
using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Addresses;

/// <summary>The names that DNS has for an address (RFC 1035, section 3.5).</summary>
/// <param name="Kind">Whether it has any.</param>
/// <param name="Names">The names, in the order of the answer; the first <see cref="MaxNames"/> of them.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Evidence">What DNS said.</param>
public sealed record ReverseNames(ReverseNamesKind Kind, IReadOnlyList<DomainName> Names, int Count, IReadOnlyList<string> Evidence)
{
    /// <summary>The most names of one address that are looked at. Receivers stop earlier; RFC 7208, section 5.5, at 10.</summary>
    public const int MaxNames = 10;

    /// <summary>Finds them, once in a run for each address.</summary>
    public static Task<ReverseNames> OfAsync(CheckContext context, IPAddress address, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.FactAsync((nameof(ReverseNames), address), () => FindAsync(context.Dns, address, cancellationToken));
    }

    /// <summary>What texts call the reverse name of an address: nothing unless there is one name only that somebody chose, which can serve as the server's name.</summary>
    public static async Task<IReadOnlyList<ReplyValue>> ValueOfAsync(CheckContext context, IPAddress address, CancellationToken cancellationToken)
    {
        var reverse = await OfAsync(context, address, cancellationToken).ConfigureAwait(false);
        return reverse is { Count: 1, Names: [var name] } && !HostNameForm.IsUnqualified(name)
            && GenericName.Judge(name, address, context.OrganizationalDomain(name).Split('.').Length, out _) == GenericNameKind.None
            ? [new ReplyValue(CheckValueNames.ReverseName, name.ToString())]
            : [];
    }

    private static async Task<ReverseNames> FindAsync(IDnsResolver dns, IPAddress address, CancellationToken cancellationToken)
    {
        var name = ReverseName.Of(address);
        var answer = await dns.AskAsync(name, DnsRecordType.PTR, cancellationToken).ConfigureAwait(false);
        var evidence = DnsEvidence.Of(name, DnsRecordType.PTR, answer);
        DomainName[] names = answer is DnsAnswer.Found found
            ? [.. found.Records.OfType<DnsRecord.Name>().Select(record => record.Value).Where(value => !value.IsRoot).Distinct()]
            : [];
        var kind = answer is DnsAnswer.Failed ? ReverseNamesKind.NotKnown : names.Length > 0 ? ReverseNamesKind.Named : ReverseNamesKind.Missing;
        return new ReverseNames(kind, [.. names.Take(MaxNames)], names.Length, evidence);
    }
}
