namespace Todoku.Diagnosis.Reports.Redaction;

/// <summary>Masks one text: addresses first, then the sender's own names.</summary>
internal sealed class TextMask(Pseudonyms pseudonyms, SenderNames sender)
{
    private readonly AddressMask _addresses = new(pseudonyms);

    public string Apply(string text)
    {
        text = _addresses.Mask(text);
        foreach (var ip in sender.IpAddresses) text = WholeWord.Replace(text, ip, pseudonyms.IpAddress(ip));
        foreach (var domain in sender.Domains) text = WholeWord.Replace(text, domain, pseudonyms.Domain(domain));
        foreach (var host in sender.Hosts) text = WholeWord.Replace(text, host, pseudonyms.Host(host));
        return text;
    }

    /// <summary>A login without a domain is an address too.</summary>
    public string ApplyToSubmitter(string submitter)
    {
        const string login = "login ";
        return submitter.StartsWith(login, StringComparison.Ordinal) && !submitter.Contains('@', StringComparison.Ordinal)
            ? login + pseudonyms.User(submitter[login.Length..])
            : Apply(submitter);
    }
}
