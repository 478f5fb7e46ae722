using Todoku.Diagnosis.Checks;

namespace Todoku.Diagnosis.Reports.Texts;

internal sealed class EnglishCheckTexts : CheckTexts
{
    public override string Consequences => "Goes away with the above";

    public override string FollowsFrom => "Follows from";

    public override string Publish => "Publish:";

    public override string MoreWithVerbose => "Why, commands and all evidence: the same command with --verbose";

    public override string Addresses => "Sends from";

    public override string Helo => "HELO name";

    public override string ReturnPath => "Return-Path domain";

    public override string Selectors => "DKIM selectors";

    public override string Unknown => "not known";

    public override string Domain => "Domain";

    public override string Relay => "Relay host";

    public override string Origin(FactOrigin origin) => origin switch
    {
        FactOrigin.Postfix => "from postconf",
        FactOrigin.Interface => "this host's network settings",
        FactOrigin.Outside => "as seen from outside",
        FactOrigin.Message => "as a received mail shows",
        _ => "given",
    };

    public override string Origin(SelectorOrigin origin, string service) => origin switch
    {
        SelectorOrigin.Log => "from the log",
        SelectorOrigin.Message => "signature of a mail",
        SelectorOrigin.Configuration => "the signer's configuration",
        SelectorOrigin.Dns => $"a key of {service}, which MX or SPF names",
        _ => "given",
    };

    public override string Known(string value, string origin) => $"{value} ({origin})";

    public override string Headline(string subject, int problems, int warnings, int notKnown)
    {
        List<string> counts = [];
        if (problems > 0) counts.Add(Count(problems, "problem"));
        if (warnings > 0) counts.Add(Count(warnings, "warning"));
        if (counts.Count == 0) counts.Add("nothing found that is wrong");
        if (notKnown > 0) counts.Add($"{notKnown} not known");
        return $"{subject}: {string.Join(", ", counts)}";
    }

    public override string Inconclusive(string subject) => $"{subject}: nothing can be said, DNS gave no answer";

    public override string WithoutAnswer(int count) => $"{count} points are not known: DNS gave no answer (--verbose lists them)";

    public override string AskAnother => "Try again later, or ask another DNS resolver (--resolver ADDRESS). Is this machine connected to the network?";

    public override string Status(CheckStatus status) => status switch
    {
        CheckStatus.Problem => "Problems",
        CheckStatus.Warning => "Warnings",
        CheckStatus.NotKnown => "Not known",
        CheckStatus.Pass => "As it should be",
        _ => "Not applicable",
    };

    public override string MoreEvidence(int count) => $"... and {count} more";

    private static string Count(int count, string word) => count == 1 ? $"1 {word}" : $"{count} {word}s";
}
