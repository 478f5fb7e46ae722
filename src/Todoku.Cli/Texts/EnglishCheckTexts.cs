namespace Todoku.Cli.Texts;

internal sealed class EnglishCheckTexts : CheckTexts
{
    public override string Command => "Check what receivers want of a sender: SPF, DKIM, DMARC, reverse DNS, blocklists and more.";

    public override string Domain => "The domain in the From address (or the address itself). On a Postfix host the default is its own.";

    public override string Ip => "An address that the mail is sent from; may be given several times.";

    public override string Helo => "The name that the server says in HELO.";

    public override string ReturnPath => "The Return-Path (envelope sender) of the mail, or its domain.";

    public override string Selector => "A DKIM selector that signs the mail; may be given several times.";

    public override string Mail => "A mail of yours as it was received elsewhere (.eml, mbox, - for standard input): tells selectors, Return-Path, address and HELO name.";

    public override string Log => "A log of the sending server: tells the DKIM selectors that sign. Without it: this host's own mail log, when DOMAIN is its own.";

    public override string MailOfOthers(string domain, string others) =>
        $"--mail: no message is from {domain} ({(others.Length > 0 ? $"From: {others}" : "no From address")}), so that nothing is taken from them.";

    public override string NothingSignedInLog(string domain) => $"--log: no DKIM signature of {domain} is in the log.";

    public override string LogNotReadWhole => "this host's mail log is long: only its beginning was read for DKIM selectors. Name one file with --log, or the selector with --selector.";

    public override string Provider => "Look at the rules of this receiving provider: google, microsoft, yahoo ... Without it: all.";

    public override string AskAddress => "Ask two DNS servers of others (OpenDNS, Google) which address this host has as seen from outside.";

    public override string NoHost => "Take nothing from this host's Postfix, signer, mail log and network settings, also when DOMAIN is its own.";

    public override string AskingOutsiders(string outsiders) => $"asking {outsiders} which address this host has as seen from outside";

    public override string AddressNotFound => "the address as seen from outside is not known: the servers gave no answer, or not the same. Give the address with --ip.";

    public override string AddressOfRelay => "--ask-address: mail leaves through a relay host, so this host's own address is of no use. Give the relay's address with --ip.";

    public override string AllNeighbours => "Look up every address around the sending one in blocklists, not only a sample. Lists limit such queries.";

    public override string Publish => "Print only the records to publish, all together: bind, nsd (lines of a zone file), txt (for web forms).";

    public override string Wait => "Wait until the records to publish are visible at all name servers of the domain and at the resolver; then check again.";

    public override string Timeout => "How long --wait waits at most: 90s, 30m, 2h. Default: 1h.";

    public override string Json => "Write the result as JSON (docs/json.md).";

    public override string NoDomain => "No domain is given, and none could be found on this host: write the domain of the From address.";

    public override string BadName(string option, string value) => $"{option}: \"{value}\" is no domain name. Write one such as mail.example.com.";

    public override string BadAddress(string value) => $"--ip: \"{value}\" is no IP address. Write one such as 192.0.2.1 or 2001:db8::1.";
}
