using Todoku.Dns;
using Todoku.Dns.Zones;
using Todoku.Mail;

namespace Todoku.Diagnosis.Tests.Checks.Blocklists;

/// <summary>Answers out of a zone file and counts the questions; names with a certain end, when one is given, fail.</summary>
internal sealed class CountingResolver(string records) : IDnsResolver
{
    private readonly ZoneResolver _zones = new([ZoneFile.Parse("$ORIGIN .\n$TTL 60\n" + records)], inner: null);
    private int _questions;
    private int _failures;

    /// <summary>How many questions there were.</summary>
    public int Questions => _questions;

    /// <summary>How many of them failed.</summary>
    public int Failures => _failures;

    /// <summary>The end of names that fail; empty for none.</summary>
    public string Broken { get; init; } = "";

    /// <summary>How they fail.</summary>
    public DnsFailure Failure { get; init; }

    public ValueTask<DnsAnswer> AskAsync(DomainName name, DnsRecordType type, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _questions);
        if (Broken.Length == 0 || !name.ToString().EndsWith(Broken, StringComparison.Ordinal)) return _zones.AskAsync(name, type, cancellationToken);
        Interlocked.Increment(ref _failures);
        return new ValueTask<DnsAnswer>(new DnsAnswer.Failed(Failure, "192.0.2.53:53"));
    }
}
