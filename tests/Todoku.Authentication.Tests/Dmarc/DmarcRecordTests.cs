using System.Text;
using CsCheck;
using Todoku.Authentication.Dmarc;
using Todoku.Authentication.Dmarc.Records;

namespace Todoku.Authentication.Tests.Dmarc;

public sealed class DmarcRecordTests
{
    [Theory]
    [InlineData("")]
    [InlineData("v=")]
    [InlineData("v=DMARC12")]
    [InlineData("v=DMARC1x; p=reject")]
    [InlineData("v=dmarc1; p=reject")]
    [InlineData("v=DMARC1 p=reject")]
    [InlineData("v=DMARC1\\; p=reject")]
    [InlineData(" v=DMARC1; p=reject")]
    [InlineData("\"v=DMARC1; p=reject\"")]
    [InlineData("p=reject; v=DMARC1")]
    [InlineData("v=spf1 -all")]
    public void Without_the_version_it_is_no_record(string text) =>
        Assert.False(DmarcRecord.TryParse(Encoding.UTF8.GetBytes(text), DmarcStandard.Rfc9989, out _));

    [Theory]
    [InlineData("v=DMARC1;p=reject")]
    [InlineData("v=DMARC1; p=reject;")]
    [InlineData("v = DMARC1 ;\tp\t=\treject\t;")]
    [InlineData("V=DMARC1;;P=Reject;;")]
    [InlineData("v=DMARC1; p=reject; p=none")]
    [InlineData("v=DMARC1; junk; =x; p=reject; x=é")]
    [InlineData("v=DMARC1; rua=mailto:a@example.com; p=reject")]
    public void Reads_the_policy(string text) => Assert.Equal((DmarcPolicy.Reject, DmarcStanding.Usable), (Read(text).Policy, Read(text).Standing));

    [Theory]
    [InlineData("p=none; adkim=bob; aspf=x; psd=x; t=maybe; fo=bad; pct=500")]
    [InlineData("p=none; adkim=; aspf=; psd=; t=; fo=; rf=; ri=bob")]
    public void What_is_wrong_gives_way_to_the_defaults(string tags)
    {
        var record = Read($"v=DMARC1; {tags}");

        Assert.Equal(DmarcStanding.Usable, record.Standing);
        Assert.Equal((AlignmentMode.Relaxed, AlignmentMode.Relaxed, PublicSuffixMark.Unspecified, false, 100),
            (record.DkimAlignment, record.SpfAlignment, record.PublicSuffix, record.IsTesting, record.Percent));
        Assert.Equal(["adkim", "aspf", "psd", "t", "fo"], record.Problems.Where(problem => problem.Kind == DmarcProblemKind.InvalidValue).Select(problem => problem.Tag)
            .OrderBy(tag => Array.IndexOf(["adkim", "aspf", "psd", "t", "fo"], tag)));
    }

    [Theory]
    [InlineData("v=DMARC1", DmarcStanding.Unusable)]
    [InlineData("v=DMARC1; p=", DmarcStanding.Unusable)]
    [InlineData("v=DMARC1; p=reject pct=100", DmarcStanding.Unusable)]
    [InlineData("v=DMARC1; p=reject; np=x", DmarcStanding.Unusable)]
    [InlineData("v=DMARC1; p=bob; rua=bogus", DmarcStanding.Unusable)]
    [InlineData("v=DMARC1; p=bob; rua=mailto:", DmarcStanding.Unusable)]
    [InlineData("v=DMARC1; p=bob; rua=bogus, mailto:a@example.com!10m", DmarcStanding.AssumedNone)]
    [InlineData("v=DMARC1; rua=https://example.com/r", DmarcStanding.AssumedNone)]
    public void Says_what_it_is_good_for(string text, DmarcStanding standing) => Assert.Equal(standing, Read(text).Standing);

    [Theory]
    [InlineData("mailto:a@example.com", "a@example.com", "example.com", "")]
    [InlineData("MAILTO:a%21b@Example.com!10M", "a!b@Example.com", "example.com", "10M")]
    [InlineData("mailto:a@example.com?subject=x", "a@example.com", "example.com", "")]
    [InlineData("https://example.com/r", null, null, "")]
    public void Reads_report_addresses(string text, string? mailbox, string? domain, string limit)
    {
        Assert.True(ReportAddress.TryParse(text, out var address));
        Assert.Equal((mailbox, domain, limit), (address.Mailbox, address.Domain?.ToString(), address.SizeLimit));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a@example.com")]
    [InlineData("mailto:")]
    [InlineData("mailto://example.com")]
    [InlineData("mailto:example.com")]
    [InlineData("mailto:a@")]
    [InlineData("mailto:a b@example.com")]
    [InlineData("mailto:a@example.com!")]
    [InlineData("mailto:a@example.com\n")]
    [InlineData("1x:y")]
    public void Refuses_what_is_no_report_address(string text) => Assert.False(ReportAddress.TryParse(text, out _));

    [Fact]
    public void Names_each_problem_with_what_to_write()
    {
        var record = Read("v=DMARC1; sp=rejct; p=reject; p=none; pct=50; xyz=1; junk; rua=me@example.com, mailto:a@example.com!10m");

        Assert.Equal(
            [
                (DmarcProblemKind.DuplicateTag, "p"), (DmarcProblemKind.NotATag, ""), (DmarcProblemKind.RemovedTag, "pct"), (DmarcProblemKind.UnknownTag, "xyz"),
                (DmarcProblemKind.InvalidValue, "sp"), (DmarcProblemKind.InvalidReportAddress, "rua"), (DmarcProblemKind.ReportSize, "rua"),
                (DmarcProblemKind.PolicyNotSecond, "p"),
            ],
            record.Problems.Select(problem => (problem.Kind, problem.Tag)));
        Assert.Equal(["none", "quarantine", "reject"], record.Problems[4].Expected);
    }

    [Fact]
    public void RFC_7489_knows_other_tags()
    {
        var record = Read("v=DMARC1; p=reject; np=bogus; psd=n; t=y; pct=20", DmarcStandard.Rfc7489);

        Assert.Equal((DmarcStanding.Usable, 20, false, PublicSuffixMark.Unspecified), (record.Standing, record.Percent, record.IsTesting, record.PublicSuffix));
        Assert.Equal(["np", "psd", "t"], record.Problems.Where(problem => problem.Kind == DmarcProblemKind.NewerTag).Select(problem => problem.Tag));
    }

    [Theory]
    [InlineData(";")]
    [InlineData("p=reject;")]
    [InlineData("x;")]
    [InlineData("rua=mailto:a@example.com,mailto:b@example.com,")]
    [InlineData("=")]
    public void A_record_of_64_KB_is_read_within_bounds(string piece)
    {
        var record = Read("v=DMARC1;" + string.Concat(Enumerable.Repeat(piece, 65_000 / piece.Length)));

        Assert.InRange(record.Tags.Count, 0, 100);
        Assert.InRange(record.Problems.Count, 0, 50);
        Assert.InRange(record.AggregateReports.Count, 0, 100);
    }

    [Fact]
    public void Reads_anything() => Gen.OneOf(
            Gen.Byte.Array[0, 300],
            Gen.Char["v=DMARC1; \tpsrnaduftm:@!,.\\\"\0é"].Array[0, 80].Select(letters => Encoding.UTF8.GetBytes("v=DMARC1;" + new string(letters))))
        .Sample(text =>
        {
            foreach (var standard in Enum.GetValues<DmarcStandard>())
            {
                if (DmarcRecord.TryParse(text, standard, out var record)) Assert.True(record.Standing != DmarcStanding.Usable || record.Policy is not null);
            }
        });

    private static DmarcRecord Read(string text, DmarcStandard standard = DmarcStandard.Rfc9989)
    {
        Assert.True(DmarcRecord.TryParse(Encoding.UTF8.GetBytes(text), standard, out var record));
        return record;
    }
}
