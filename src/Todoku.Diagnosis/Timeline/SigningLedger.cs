using System.Text;
using Todoku.Mail;

namespace Todoku.Diagnosis.Timeline;

/// <summary>What DKIM signers on the sending host could not sign, by domain.</summary>
internal sealed class SigningLedger(int maxDomains)
{
    private readonly Dictionary<string, Entry> _byDomain = new(StringComparer.Ordinal);

    public IReadOnlyCollection<Entry> All => _byDomain.Values;

    public void Add(in SigningFailure failure)
    {
        Span<byte> buffer = stackalloc byte[256];
        var domain = MailAddress.DomainOf(failure.Domain);
        var name = Encoding.UTF8.GetString(IdentityNotes.Lower(domain.IsEmpty ? failure.Domain : domain, buffer));
        if (!_byDomain.TryGetValue(name, out var entry))
        {
            if (_byDomain.Count >= maxDomains) return;
            _byDomain[name] = entry = new Entry(name, Encoding.UTF8.GetString(failure.Selector), failure.UtcTicks);
        }
        entry.Count++;
        entry.Last = failure.UtcTicks;
        entry.Evidence.Add(failure.Line);
    }

    internal sealed class Entry(string domain, string selector, long first)
    {
        public string Domain { get; } = domain;

        public string Selector { get; } = selector;

        public long First { get; } = first;

        public long Last { get; set; }

        public long Count { get; set; }

        public EvidenceSample Evidence { get; } = new();
    }
}
