using Todoku.Dns;
using Todoku.Dns.Zones;

namespace Todoku.Cli.Texts;

internal sealed class EnglishDnsTexts : DnsTexts
{
    public override string ResolverOption =>
        "Ask this resolver: 192.0.2.53, 192.0.2.53:5353, [2001:db8::53]:53; none: ask nobody. Can be given several times. Without it: the system's.";

    public override string ZoneOption =>
        "Take these records from a zone file before asking DNS: to try a change before it is published, or to work offline with --resolver none. Can be given several times.";

    public override string TraceOption => "Show every question to DNS with its answer, who gave it and how long it took.";

    public override string BadResolver(string value) =>
        $"--resolver '{value}' is not a resolver. Write an address (192.0.2.53), one with a port (192.0.2.53:5353, [2001:db8::53]:53), a host name, or none.";

    public override string UnknownResolver(string host) => $"--resolver '{host}': no address was found for this host. Write its IP address.";

    public override string NoZoneFile(string file) => $"--zone '{file}': no such file. Check the path.";

    public override string UnreadableZone(string file, string reason) => $"--zone '{file}': {reason}. Check the path and the permissions.";

    public override string BadZone(ZoneFileException error)
    {
        var problem = error.Problem switch
        {
            ZoneProblem.UnclosedQuote => "the quote is not closed on this line. Write \" at its end; a long text is several strings: \"...\" \"...\"",
            ZoneProblem.UnclosedParenthesis => "the parenthesis is never closed. Write ) at the end of the record",
            ZoneProblem.StrayParenthesis => "this closing parenthesis has no opening one. Remove it",
            ZoneProblem.NoOwner => "the line begins with a blank, so it goes with the name above, and there is none. Write the name first",
            ZoneProblem.BadName => "this is not a domain name",
            ZoneProblem.BadTime => "this is not a time to live. Write seconds (3600) or a number with a unit (1h, 2d)",
            ZoneProblem.NoType => "a type of record (A, AAAA, MX, TXT, CNAME, ...) is expected here",
            ZoneProblem.BadContent => "this does not fit the type",
            ZoneProblem.LongString => "a string has at most 255 characters. Split the text; the parts are put together without a blank",
            ZoneProblem.UnknownDirective => "only $ORIGIN and $TTL are read. Give other files with a --zone of their own",
            ZoneProblem.AliasBesideOthers => "a name with a CNAME can have no other records. Remove one or the other",
            ZoneProblem.TooLarge => $"the file is too large: at most {ZoneFile.MaxSize / 1024 / 1024} MB and 200,000 records. Keep the zones that are needed",
        };
        return $"--zone {error.File}:{error.Line}: '{error.Text}': {problem}." + (error.Example.Length > 0 ? $" Like this: {error.Example}" : "");
    }

    public override string ZoneNotice(ZoneNotice notice) => $"{notice.File}:{notice.Line}: " + notice.Kind switch
    {
        ZoneNoticeKind.Skipped => $"a record of type {notice.Text} is passed over; nothing here asks for it.",
        ZoneNoticeKind.TextCutByComment => $"the text ends at '{notice.Text}', because a semicolon outside of quotes begins a comment. Put the text in quotes.",
    };

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
