using Todoku.Dns;

namespace Todoku.Cli.Texts;

internal sealed class EnglishDnsTexts : DnsTexts
{
    public override string ResolverOption =>
        "Ask this resolver: 192.0.2.53, 192.0.2.53:5353, [2001:db8::53]:53; none: ask nobody. Can be given several times. Without it: the system's.";

    public override string TraceOption => "Show every question to DNS with its answer, who gave it and how long it took.";

    public override string BadResolver(string value) =>
        $"--resolver '{value}' is not a resolver. Write an address (192.0.2.53), one with a port (192.0.2.53:5353, [2001:db8::53]:53), a host name, or none.";

    public override string UnknownResolver(string host) => $"--resolver '{host}': no address was found for this host. Write its IP address.";

    public override string Trace => "Questions to DNS";

    public override string MoreQuestions(int count) => $"... and {count} more";

    public override string MoreRecords(int count) => $"... and {count} more";

    public override string Aliases(string names) => $"over CNAME: {names}";

    public override string Authenticated => "DNSSEC verified";

    public override string Cached => "kept from before";

    public override string NoData => "no record of this type";

    public override string NoSuchDomain => "no such name (NXDOMAIN)";

    public override string Failure(DnsFailure failure) => failure switch
    {
        DnsFailure.TimedOut => "no answer in time",
        DnsFailure.ServerFailure => "the resolver could not find out (SERVFAIL)",
        DnsFailure.Refused => "the resolver refuses to answer (REFUSED)",
        DnsFailure.Malformed => "the answer can't be read, is for another question, or is too large",
        DnsFailure.AliasLoop => "CNAMEs lead in a circle, or over too many names",
        DnsFailure.Unreachable => "no resolver can be reached",
        DnsFailure.Other => "the resolver answers with an error",
    };
}
