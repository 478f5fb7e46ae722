using System.Text;
using Todoku.Authentication.Dmarc;
using Todoku.Dns;
using Todoku.Mail;
using Todoku.Mail.Authors;

namespace Todoku.Authentication.Tests.Dmarc;

/// <summary>DNS in memory: TXT records by name, names that only exist, names that fail. A name that is neither there nor above one that is, is NXDOMAIN.</summary>
internal sealed class DmarcZone : IDnsResolver
{
    private readonly Dictionary<DomainName, List<byte[]>> _texts = [];
    private readonly Dictionary<DomainName, DnsFailure> _failures = [];

    /// <summary>What was asked, in order.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>Adds records at _dmarc of a domain.</summary>
    public DmarcZone With(string domain, params string[] texts) => WithTexts($"_dmarc.{domain}", texts);

    /// <summary>Adds TXT records.</summary>
    public DmarcZone WithTexts(string owner, params string[] texts)
    {
        var name = DomainName.Parse(owner);
        if (!_texts.TryGetValue(name, out var list)) _texts.Add(name, list = []);
        list.AddRange(texts.Select(Encoding.UTF8.GetBytes));
        return this;
    }

    /// <summary>Lets a name exist.</summary>
    public DmarcZone Exists(string name)
    {
        _texts.TryAdd(DomainName.Parse(name), []);
        return this;
    }

    /// <summary>Lets every query for a name fail.</summary>
    public DmarcZone Fails(string name, DnsFailure failure = DnsFailure.ServerFailure)
    {
        _failures[DomainName.Parse(name)] = failure;
        return this;
    }

    public ValueTask<DnsAnswer> AskAsync(DomainName name, DnsRecordType type, CancellationToken cancellationToken)
    {
        Asked.Add($"{name} {type}");
        return ValueTask.FromResult(Answer(name, type));
    }

    /// <summary>Evaluates by RFC 9989; identifiers are written "spf=pass:example.com".</summary>
    public Task<DmarcResult> EvaluateAsync(string from, params string[] identifiers) => EvaluateAsync(new DmarcEvaluator(this), from, identifiers);

    /// <summary>Evaluates by RFC 7489 with a list of com, jp, co.jp.</summary>
    public Task<DmarcResult> EvaluateOldAsync(string from, params string[] identifiers) =>
        EvaluateAsync(new DmarcEvaluator(this, new PublicSuffixList(PublicSuffixList.Compile("com\njp\nco.jp\n"))), from, identifiers);

    private static async Task<DmarcResult> EvaluateAsync(DmarcEvaluator evaluator, string from, string[] identifiers) => await evaluator.EvaluateAsync(
        AuthorDomain.Of(Encoding.UTF8.GetBytes(from)), [.. identifiers.Select(Identifier)], TestContext.Current.CancellationToken);

    private static AuthenticatedIdentifier Identifier(string text)
    {
        var parts = text.Split('=', ':');
        return new AuthenticatedIdentifier(parts[0] == "spf" ? AuthenticationMechanism.Spf : AuthenticationMechanism.Dkim, parts[2], parts[1]);
    }

    private DnsAnswer Answer(DomainName name, DnsRecordType type)
    {
        if (_failures.TryGetValue(name, out var failure)) return new DnsAnswer.Failed(failure, "192.0.2.53:53");
        if (_texts.TryGetValue(name, out var texts) && texts.Count > 0 && type == DnsRecordType.TXT)
            return new DnsAnswer.Found([.. texts.Select(text => new DnsRecord.Text(text, [text.Length]))], TimeSpan.FromMinutes(5));
        return _texts.Keys.Concat(_failures.Keys).Any(known => known.IsWithin(name)) ? new DnsAnswer.NoData(TimeSpan.Zero) : new DnsAnswer.NoSuchDomain(TimeSpan.Zero);
    }
}
