using Todoku.Authentication.Dmarc.Records;

namespace Todoku.Cli.Texts;

internal sealed class EnglishDmarcRecordTexts : DmarcRecordTexts
{
    public override string Problem(DmarcProblem problem) => problem.Kind switch
    {
        DmarcProblemKind.MissingPolicy => "p is missing. Write p=none, p=quarantine or p=reject behind v=DMARC1;",
        DmarcProblemKind.InvalidValue => $"{problem.Tag}={problem.Value} is not valid. Write one of: {string.Join(", ", problem.Expected)}",
        DmarcProblemKind.InvalidReportAddress => $"{problem.Tag}: {problem.Value} is no report address. Write mailto:dmarc@example.com, several with commas between.",
        DmarcProblemKind.DuplicateTag => $"{problem.Tag} stands twice; {problem.Tag}={problem.Value} is ignored. Keep one.",
        DmarcProblemKind.NotATag => $"\"{problem.Value}\" is no tag. Write name=value, and semicolons between.",
        DmarcProblemKind.UnknownTag => $"{problem.Tag} is no DMARC tag and is ignored. Is it a typing error?",
        DmarcProblemKind.RemovedTag when problem.Tag == "pct" => "pct is no longer part of DMARC (RFC 9989) and is ignored. For a test write t=y instead.",
        DmarcProblemKind.RemovedTag => $"{problem.Tag} is no longer part of DMARC (RFC 9989) and is ignored. It can be deleted.",
        DmarcProblemKind.NewerTag => $"{problem.Tag} is not known to RFC 7489; receivers that follow it ignore the tag.",
        DmarcProblemKind.PolicyNotSecond => "p doesn't stand directly behind v=DMARC1;. Older receivers want it there: move it.",
        DmarcProblemKind.ReportSize => $"{problem.Tag}: the limit of size in {problem.Value} is obsolete and is ignored. It can be deleted.",
        DmarcProblemKind.NoReports => "There is no rua address, so nobody tells you how mail with your domain fares. Add rua=mailto:ADDRESS.",
        DmarcProblemKind.TooManyTags => "The record has more tags than are read.",
    };
}
