using System.Text;
using Todoku.Mail;

namespace Todoku.Diagnosis.Timeline;

/// <summary>What DKIM signers could not sign, by domain; where a line names none, by host.</summary>
internal sealed class SigningLedger(int maxDomains)
{
    private readonly Dictionary<(string Domain, string Host), Entry> _byDomain = [];

    public IReadOnlyCollection<Entry> All => _byDomain.Values;

    public void Add(in SigningFailure failure)
    {
        Span<byte> buffer = stackalloc byte[256];
        var domain = MailAddress.DomainOf(failure.Domain);
        var name = Encoding.UTF8.GetString(IdentityNotes.Lower(domain.IsEmpty ? failure.Domain : domain, buffer));
        var host = Encoding.UTF8.GetString(failure.Host);
        var key = (name, name.Length == 0 ? host : "");
        if (!_byDomain.TryGetValue(key, out var entry))
        {
            if (_byDomain.Count >= maxDomains) return;
            _byDomain[key] = entry = new Entry(name, host, Encoding.UTF8.GetString(failure.Selector), failure.UtcTicks);
        }
        entry.Count++;
        entry.Last = failure.UtcTicks;
        entry.Evidence.Add(failure.Line);
    }

    internal sealed class Entry(string domain, string host, string selector, long first)
    {
        public string Domain { get; } = domain;

        /// <summary>The host whose signer said so first; may be empty.</summary>
        public string Host { get; } = host;

        public string Selector { get; } = selector;

        public long First { get; } = first;

        public long Last { get; set; }

        public long Count { get; set; }

        public EvidenceSample Evidence { get; } = new();
    }
}
