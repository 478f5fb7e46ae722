using System.Text.Json;
using Todoku.Authentication.Dmarc;
using Todoku.Authentication.Dmarc.Discovery;
using Todoku.Authentication.Dmarc.Records;
using Todoku.Mail.Authors;

namespace Todoku.Cli.Dmarc;

/// <summary>A result of DMARC for a program (docs/dmarc.md).</summary>
internal static class DmarcJson
{
    /// <summary>Writes the properties of a result.</summary>
    public static void Write(Utf8JsonWriter json, DmarcResult result)
    {
        var discovery = result.Discovery;
        json.WriteString("result"u8, result.Verdict.Word);
        json.WriteString("reason"u8, Word(result.Reason));
        json.WriteString("rfc"u8, result.Standard == DmarcStandard.Rfc9989 ? "9989"u8 : "7489"u8);
        json.WriteString("from_domain"u8, (result.Author as AuthorDomain.One)?.Domain.ToString());
        json.WriteString("from"u8, Word(result.Author));
        json.WriteString("policy"u8, result.Policy?.Applied.Word);
        json.WriteString("published_policy"u8, result.Policy?.Published.Word);
        json.WriteString("policy_tag"u8, result.Policy is { Tag.Length: > 0 } policy ? policy.Tag : null);
        json.WriteString("policy_domain"u8, discovery?.Domain?.ToString());
        json.WriteString("record"u8, discovery?.Record?.Text);
        if (result.Standard == DmarcStandard.Rfc7489 && discovery?.Record is { } record) json.WriteNumber("pct"u8, record.Percent);
        json.WriteString("org_domain"u8, discovery?.Organization.Domain?.ToString());
        json.WriteString("org_rule"u8, discovery is null ? null : Word(discovery.Organization.Rule));
        json.WriteBoolean("spf_aligned"u8, result.IsSpfAligned);
        json.WriteBoolean("dkim_aligned"u8, result.IsDkimAligned);
        json.WriteStartArray("identifiers"u8);
        foreach (var alignment in result.Alignments) Write(json, alignment);
        json.WriteEndArray();
        WriteSteps(json, discovery?.Queries ?? []);
        json.WriteStartArray("problems"u8);
        foreach (var problem in discovery?.Record?.Problems ?? []) Write(json, problem);
        json.WriteEndArray();
    }

    /// <summary>Writes the property <c>steps</c>.</summary>
    public static void WriteSteps(Utf8JsonWriter json, IReadOnlyList<DmarcQuery> queries)
    {
        json.WriteStartArray("steps"u8);
        foreach (var query in queries)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, query.Name);
            var (found, records) = query.Finding switch
            {
                DmarcFinding.Record record => ("record", [record.Value.Text]),
                DmarcFinding.Several several => ("several", several.Texts),
                DmarcFinding.Absent absent => (absent.IsNameMissing ? "nxdomain" : absent.OtherTexts.Count > 0 ? "other" : "nodata", absent.OtherTexts),
                _ => ("failed", Array.Empty<string>()),
            };
            json.WriteString("found"u8, found);
            json.WriteStartArray("records"u8);
            foreach (var record in records) json.WriteStringValue(record);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>The word for a rule.</summary>
    public static string Word(OrganizationRule rule) => rule switch
    {
        OrganizationRule.NotPublicSuffix => "psd=n",
        OrganizationRule.BelowPublicSuffix => "psd=y",
        OrganizationRule.FewestLabels => "fewest_labels",
        OrganizationRule.Itself => "itself",
        OrganizationRule.PublicSuffixList => "public_suffix_list",
        OrganizationRule.Unknown => "unknown",
    };

    private static void Write(Utf8JsonWriter json, IdentifierAlignment alignment)
    {
        json.WriteStartObject();
        json.WriteString("method"u8, alignment.Identifier.Mechanism == AuthenticationMechanism.Spf ? "spf"u8 : "dkim"u8);
        json.WriteString("domain"u8, alignment.Identifier.Domain);
        json.WriteString("result"u8, alignment.Identifier.Result);
        json.WriteString("mode"u8, alignment.Mode == AlignmentMode.Strict ? "strict"u8 : "relaxed"u8);
        json.WriteBoolean("aligned"u8, alignment.IsAligned);
        json.WriteString("reason"u8, Word(alignment.Outcome));
        json.WriteString("org_domain"u8, alignment.Organization?.Domain?.ToString());
        if (alignment.Organization is { Queries.Count: > 0 } organization) WriteSteps(json, organization.Queries);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, DmarcProblem problem)
    {
        json.WriteStartObject();
        json.WriteString("kind"u8, Word(problem.Kind));
        json.WriteBoolean("error"u8, problem.IsError);
        json.WriteString("tag"u8, problem.Tag);
        json.WriteString("value"u8, problem.Value);
        json.WriteStartArray("expected"u8);
        foreach (var expected in problem.Expected) json.WriteStringValue(expected);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Word(AuthorDomain author) => author switch
    {
        AuthorDomain.One { IsRepaired: true } => "repaired",
        AuthorDomain.One => "one",
        AuthorDomain.Several => "several",
        AuthorDomain.Missing => "missing",
        _ => "malformed",
    };

    private static string Word(DmarcReason reason) => reason switch
    {
        DmarcReason.Aligned => "aligned",
        DmarcReason.NothingAuthenticated => "nothing_authenticated",
        DmarcReason.NotAligned => "not_aligned",
        DmarcReason.NoAuthorDomain => "no_author_domain",
        DmarcReason.NoRecord => "no_record",
        DmarcReason.SeveralRecords => "several_records",
        DmarcReason.UnusableRecord => "unusable_record",
        DmarcReason.RecordLookupFailed => "record_lookup_failed",
        DmarcReason.AlignmentLookupFailed => "alignment_lookup_failed",
        DmarcReason.AuthenticationFailed => "authentication_failed",
        DmarcReason.ExistenceLookupFailed => "existence_lookup_failed",
    };

    private static string Word(AlignmentOutcome outcome) => outcome switch
    {
        AlignmentOutcome.Identical => "identical",
        AlignmentOutcome.SameOrganization => "same_organization",
        AlignmentOutcome.WouldAlign => "would_align",
        AlignmentOutcome.NotAuthenticated => "not_authenticated",
        AlignmentOutcome.NotADomain => "not_a_domain",
        AlignmentOutcome.StrictAndDifferent => "strict_and_different",
        AlignmentOutcome.OutsideOrganization => "outside_organization",
        AlignmentOutcome.OwnOrganization => "own_organization",
        AlignmentOutcome.LookupFailed => "lookup_failed",
        AlignmentOutcome.TooMany => "too_many",
    };

    private static string Word(DmarcProblemKind kind) => kind switch
    {
        DmarcProblemKind.MissingPolicy => "missing_policy",
        DmarcProblemKind.InvalidValue => "invalid_value",
        DmarcProblemKind.InvalidReportAddress => "invalid_report_address",
        DmarcProblemKind.DuplicateTag => "duplicate_tag",
        DmarcProblemKind.NotATag => "not_a_tag",
        DmarcProblemKind.UnknownTag => "unknown_tag",
        DmarcProblemKind.RemovedTag => "removed_tag",
        DmarcProblemKind.NewerTag => "newer_tag",
        DmarcProblemKind.PolicyNotSecond => "policy_not_second",
        DmarcProblemKind.ReportSize => "report_size",
        DmarcProblemKind.NoReports => "no_reports",
        DmarcProblemKind.TooManyTags => "too_many_tags",
    };
}
