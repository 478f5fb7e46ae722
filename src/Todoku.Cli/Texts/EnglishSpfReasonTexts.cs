using System.Diagnostics;
using Todoku.Authentication.Spf;

namespace Todoku.Cli.Texts;

internal sealed class EnglishSpfReasonTexts(DnsTexts dns) : SpfReasonTexts
{
    public override string Of(SpfReason reason) => reason switch
    {
        SpfReason.MalformedDomain malformed => $"\"{malformed.Domain}\" is no domain name that could have a record.",
        SpfReason.NoRecord { Exists: true } none => $"{none.Domain} publishes no SPF record.",
        SpfReason.NoRecord none => $"{none.Domain} does not exist in DNS.",
        SpfReason.SeveralRecords several => $"{several.Domain} publishes {several.Count} SPF records; only one is allowed.",
        SpfReason.SyntaxErrors errors => $"The record of {errors.Domain} has an error, which makes all of it void.",
        SpfReason.Matched matched => $"Decided by \"{matched.Term}\" in the record of {matched.Domain}.",
        SpfReason.NoMatch none => $"Nothing in the record of {none.Domain} matches, and it does not end in \"all\".",
        SpfReason.TooManyLookups many => $"\"{many.Term}\" in the record of {many.Domain} would be look-up number {SpfLimits.Lookups + 1}; {SpfLimits.Lookups} are allowed.",
        SpfReason.TooManyVoidLookups many => $"\"{many.Term}\" in the record of {many.Domain} is the third question that DNS answers with nothing; {SpfLimits.VoidLookups} are allowed.",
        SpfReason.TooManyMailExchangers many => $"\"{many.Term}\" in the record of {many.Domain}: {many.Name} has {many.Count} MX records; {SpfLimits.MailExchangers} are allowed.",
        SpfReason.TargetWithoutRecord target => $"\"{target.Term}\" in the record of {target.Domain} leads to no record: {Of(target.Cause)}",
        SpfReason.DnsFailed failed => $"{failed.Type} {failed.Name}: {dns.Failure(failed.Failure)}.",
        SpfReason.TimeIsUp => $"The check took longer than {SpfLimits.Time.TotalSeconds:0} seconds.",
        _ => throw new UnreachableException(),
    };

    public override string Of(SpfSyntaxProblem problem) => problem switch
    {
        SpfSyntaxProblem.NotAscii => "it holds a character that is not ASCII; word processors put such dashes, quotes and blanks",
        SpfSyntaxProblem.ControlCharacter => "it holds a control character, such as a tab or a line break; terms are parted by blanks only",
        SpfSyntaxProblem.UnknownMechanism => "no mechanism has this name (all, include, a, mx, ptr, ip4, ip6, exists)",
        SpfSyntaxProblem.BadModifierName => "what stands before \"=\" is no name",
        SpfSyntaxProblem.MissingDomain => "the domain is missing",
        SpfSyntaxProblem.MissingAddress => "the address is missing",
        SpfSyntaxProblem.UnexpectedValue => "it takes nothing there",
        SpfSyntaxProblem.BadDomain => "the domain must be whole, down to its top-level domain (mail.example.com)",
        SpfSyntaxProblem.BadMacro => "\"%\" begins no macro here; a percent sign is written %%",
        SpfSyntaxProblem.MacroOnlyInExplanation => "the macros c, r and t are allowed in explanations only",
        SpfSyntaxProblem.ZeroParts => "a macro can't take 0 parts",
        SpfSyntaxProblem.BadIPv4Address => "it is no IPv4 address (ip4:192.0.2.1 or ip4:192.0.2.0/24)",
        SpfSyntaxProblem.BadIPv6Address => "it is no IPv6 address (ip6:2001:db8::1 or ip6:2001:db8::/32)",
        SpfSyntaxProblem.BadPrefixLength => "what follows the slash must be 0 to 32 for IPv4, 0 to 128 for IPv6 (behind two slashes in a and mx)",
        SpfSyntaxProblem.DuplicateModifier => "it stands twice",
        _ => throw new UnreachableException(),
    };

    public override string Error(string term, int offset, string problem) => $"\"{term}\" (at character {offset + 1}): {problem}.";
}
