namespace Todoku.Dns.Caching;

/// <summary>How much memory an answer takes, roughly: what a stranger can make large, and a round sum for each object.</summary>
internal static class AnswerSize
{
    private const int PerObject = 64;

    /// <summary>Octets.</summary>
    public static long Of(DnsQuestion question, DnsAnswer answer)
    {
        var size = PerObject * 4L + question.Name.ToString().Length * 2;
        if (answer is not DnsAnswer.Found found) return size;
        foreach (var alias in found.Aliases) size += PerObject + alias.ToString().Length * 2;
        foreach (var record in found.Records) size += PerObject * 2 + Of(record);
        return size;
    }

    private static long Of(DnsRecord record) => record switch
    {
        DnsRecord.Text text => text.Value.Length + text.StringLengths.Count * sizeof(int),
        DnsRecord.MailExchanger mail => mail.Host.ToString().Length * 2,
        DnsRecord.Name name => name.Value.ToString().Length * 2,
        DnsRecord.StartOfAuthority authority => (authority.PrimaryServer.ToString().Length + authority.Mailbox.ToString().Length) * 2,
        DnsRecord.TlsAssociation tls => tls.Data.Length,
        DnsRecord.CertificationAuthority authority => authority.Value.Length + authority.Tag.Length * 2,
        _ => 0,
    };
}
