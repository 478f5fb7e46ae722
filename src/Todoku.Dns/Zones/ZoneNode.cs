namespace Todoku.Dns.Zones;

/// <summary>The records of one name, an answer for each type, made once.</summary>
internal sealed class ZoneNode
{
    private readonly Dictionary<DnsRecordType, DnsAnswer.Found> _answers = [];

    /// <summary>Adds the records of a type.</summary>
    public void Add(DnsRecordType type, DnsAnswer.Found answer) => _answers[type] = answer;

    /// <summary>The records of a type; null when there are none.</summary>
    public DnsAnswer.Found? Find(DnsRecordType type) => _answers.GetValueOrDefault(type);
}
