using System.Collections.Concurrent;
using System.Net;
using Todoku.Dns;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Blocklists;

/// <summary>Looks addresses and domains up in blocklists. Each zone is tested once before its answers count. Safe for use side by side.</summary>
public sealed class BlocklistLookup(IDnsResolver dns)
{
    // What a list says of a listing is a sentence with a link; more is not worth the reader's time.
    private const int MaxText = 300;
    private const int MaxTexts = 2;

    private readonly ConcurrentDictionary<string, Lazy<Task<BlocklistZoneTest>>> _tests = new(StringComparer.Ordinal);

    /// <summary>The look-up that all checks of a run share.</summary>
    public static Task<BlocklistLookup> OfAsync(CheckContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.FactAsync(nameof(BlocklistLookup), () => Task.FromResult(new BlocklistLookup(context.Dns)));
    }

    /// <summary>Looks an address up, and the list's own text when it is listed.</summary>
    public Task<BlocklistAnswer> AskAsync(BlocklistSource source, IPAddress address, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        BlocklistName.TryMake(address, source.Zone, out var name);
        return AskAsync(source, name, isTextWanted: true, cancellationToken);
    }

    /// <summary>Looks a domain up, and the list's own text when it is listed.</summary>
    public Task<BlocklistAnswer> AskAsync(BlocklistSource source, DomainName domain, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        BlocklistName.TryMake(domain, source.Zone, out var name);
        return AskAsync(source, name, isTextWanted: true, cancellationToken);
    }

    /// <summary>Looks an address up with as few questions as possible.</summary>
    internal Task<BlocklistAnswer> AskBrieflyAsync(BlocklistSource source, IPAddress address, CancellationToken cancellationToken)
    {
        BlocklistName.TryMake(address, source.Zone, out var name);
        return AskAsync(source, name, isTextWanted: false, cancellationToken);
    }

    private async Task<BlocklistAnswer> AskAsync(BlocklistSource source, DomainName? name, bool isTextWanted, CancellationToken cancellationToken)
    {
        var zone = source.Zone;
        var test = await _tests.GetOrAdd(zone.Name, _ => new Lazy<Task<BlocklistZoneTest>>(() => BlocklistZoneTest.RunAsync(dns, zone, cancellationToken))).Value.ConfigureAwait(false);
        if (test.Trouble is { } trouble) return new BlocklistAnswer.NotUsable(source, trouble, test.Evidence);
        if (name is null) return new BlocklistAnswer.NotListed(source, []);
        var reply = await dns.AskAsync(name, DnsRecordType.A, cancellationToken).ConfigureAwait(false);
        var answer = ReturnCodes.Read(source, reply, DnsEvidence.Of(name, DnsRecordType.A, reply));
        if (!isTextWanted || answer is not BlocklistAnswer.Listed listed) return answer;
        var texts = await dns.AskAsync(name, DnsRecordType.TXT, cancellationToken).ConfigureAwait(false);
        return listed with { Evidence = [.. listed.Evidence, .. TextsOf(name, texts)] };
    }

    private static IEnumerable<string> TextsOf(DomainName name, DnsAnswer answer) => answer is DnsAnswer.Found found
        ? found.Records.Take(MaxTexts).Select(record => $"{name} TXT {RecordText.Of(record, MaxText)}")
        : [];
}
