using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Todoku.Authentication.Dmarc.Records;

/// <summary>
/// Reads a record by the grammar of RFC 9989, section 4.8, or RFC 7489, section 6.4. What is wrong behind the version gives way to the defaults.
/// </summary>
/// <remarks>
/// Where the standards leave a choice: names of tags are taken in any case, as their literals in the grammar are; of a tag that stands twice the
/// first counts; empty pieces between semicolons are passed over; by RFC 7489 a p that doesn't follow v is taken when the record has a rua.
/// </remarks>
internal ref struct DmarcRecordParser
{
    private const int MaxTags = 100;
    private const int MaxProblems = 50;
    private const int MaxReportAddresses = 100;

    private static readonly string[] Policies = ["none", "quarantine", "reject"];
    private static readonly string[] Modes = ["r", "s"];

    private readonly DmarcStandard _standard;
    private readonly List<DmarcTag> _tags = [];
    private readonly List<DmarcProblem> _problems = [];
    private bool _hasInvalidPolicy;

    private DmarcRecordParser(DmarcStandard standard) => _standard = standard;

    /// <summary>Reads a record; false when it is none.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, DmarcStandard standard, [NotNullWhen(true)] out DmarcRecord? record)
    {
        record = null;
        if (!TryReadVersion(text, out var rest)) return false;
        var parser = new DmarcRecordParser(standard);
        parser.ReadTags(rest);
        record = parser.Make(Encoding.UTF8.GetString(text));
        return true;
    }

    // dmarc-version = "v" equals %s"DMARC1", and then the end or a separator.
    private static bool TryReadVersion(ReadOnlySpan<byte> text, out ReadOnlySpan<byte> rest)
    {
        rest = [];
        if (text.IsEmpty || (text[0] | 0x20) != 'v') return false;
        text = TrimStart(text[1..]);
        if (!text.StartsWith("="u8)) return false;
        text = TrimStart(text[1..]);
        if (!text.StartsWith("DMARC1"u8)) return false;
        rest = TrimStart(text[6..]);
        return rest.IsEmpty || rest[0] == ';';
    }

    private static ReadOnlySpan<byte> TrimStart(ReadOnlySpan<byte> text) => text.TrimStart(" \t"u8);

    private void ReadTags(ReadOnlySpan<byte> text)
    {
        foreach (var range in text.Split((byte)';'))
        {
            var piece = text[range].Trim(" \t\r\n"u8);
            if (piece.IsEmpty) continue;
            if (_tags.Count == MaxTags)
            {
                Report(DmarcProblemKind.TooManyTags, "", "");
                return;
            }
            var equals = piece.IndexOf((byte)'=');
            var name = equals < 0 ? piece : piece[..equals].TrimEnd(" \t"u8);
            if (equals < 0 || name.IsEmpty || !IsName(name))
            {
                Report(DmarcProblemKind.NotATag, "", Encoding.UTF8.GetString(piece[..Math.Min(piece.Length, DmarcProblem.MaxValueLength)]));
                continue;
            }
            Add(Encoding.ASCII.GetString(name).ToLowerInvariant(), Encoding.UTF8.GetString(piece[(equals + 1)..].TrimStart(" \t"u8)));
        }
    }

    private static bool IsName(ReadOnlySpan<byte> name)
    {
        foreach (var octet in name)
        {
            if (!char.IsAsciiLetterOrDigit((char)octet) && octet != '_') return false;
        }
        return true;
    }

    private readonly void Add(string name, string value)
    {
        if (_tags.Exists(tag => tag.Name == name)) Report(DmarcProblemKind.DuplicateTag, name, value);
        else _tags.Add(new DmarcTag(name, value));
    }

    private readonly void Report(DmarcProblemKind kind, string tag, string value, params IReadOnlyList<string> expected)
    {
        if (_problems.Count == MaxProblems) return;
        _problems.Add(new DmarcProblem(kind, tag, value.Length > DmarcProblem.MaxValueLength ? value[..DmarcProblem.MaxValueLength] : value) { Expected = expected });
    }

    private DmarcRecord Make(string text)
    {
        var isNew = _standard == DmarcStandard.Rfc9989;
        ReportForeignTags();
        var policy = Policy("p");
        var record = new DmarcRecord
        {
            Text = text,
            Standard = _standard,
            Tags = _tags,
            Problems = _problems,
            Standing = DmarcStanding.Usable,
            Policy = policy,
            SubdomainPolicy = Policy("sp"),
            NonexistentPolicy = isNew ? Policy("np") : null,
            DkimAlignment = Choice("adkim", Modes) == 1 ? AlignmentMode.Strict : AlignmentMode.Relaxed,
            SpfAlignment = Choice("aspf", Modes) == 1 ? AlignmentMode.Strict : AlignmentMode.Relaxed,
            PublicSuffix = isNew ? (PublicSuffixMark)Math.Max(0, Choice("psd", ["u", "y", "n"])) : PublicSuffixMark.Unspecified,
            IsTesting = isNew && Choice("t", ["n", "y"]) == 1,
            Percent = isNew ? 100 : Percent(),
            AggregateReports = Addresses("rua"),
            FailureReports = Addresses("ruf"),
        };
        CheckFailureOptions();
        var isPolicySecond = _tags is [{ Name: "p" }, ..];
        if (Find("p") is null) Report(DmarcProblemKind.MissingPolicy, "p", "", Policies);
        else if (!isPolicySecond) Report(DmarcProblemKind.PolicyNotSecond, "p", "");
        if (record.AggregateReports.Count == 0) Report(DmarcProblemKind.NoReports, "rua", "");
        return record with { Standing = Standing(record, isPolicySecond) };
    }

    private readonly DmarcStanding Standing(DmarcRecord record, bool isPolicySecond)
    {
        var hasReports = record.AggregateReports.Count > 0;
        if (record.Policy is null || _hasInvalidPolicy) return hasReports ? DmarcStanding.AssumedNone : DmarcStanding.Unusable;
        return _standard == DmarcStandard.Rfc7489 && !isPolicySecond && !hasReports ? DmarcStanding.Unusable : DmarcStanding.Usable;
    }

    private readonly void ReportForeignTags()
    {
        foreach (var tag in _tags)
        {
            switch (tag.Name)
            {
                case "p" or "sp" or "adkim" or "aspf" or "rua" or "ruf" or "fo":
                    break;
                case "np" or "psd" or "t":
                    if (_standard == DmarcStandard.Rfc7489) Report(DmarcProblemKind.NewerTag, tag.Name, tag.Value);
                    break;
                case "pct" or "rf" or "ri":
                    if (_standard == DmarcStandard.Rfc9989) Report(DmarcProblemKind.RemovedTag, tag.Name, tag.Value);
                    break;
                default:
                    Report(DmarcProblemKind.UnknownTag, tag.Name, tag.Value);
                    break;
            }
        }
    }

    private readonly string? Find(string name) => _tags.Find(tag => tag.Name == name)?.Value;

    // dmarc-request = "none" / "quarantine" / "reject"; literals of a grammar are matched in any case (RFC 5234, section 2.3).
    private DmarcPolicy? Policy(string name)
    {
        var index = Choice(name, Policies);
        if (index < 0 && Find(name) is not null) _hasInvalidPolicy = true;
        return index < 0 ? null : (DmarcPolicy)index;
    }

    // Which of the values; -1 when the tag is missing or has another one.
    private readonly int Choice(string name, string[] values)
    {
        if (Find(name) is not { } value) return -1;
        var index = Array.FindIndex(values, candidate => candidate.Equals(value, StringComparison.OrdinalIgnoreCase));
        if (index < 0) Report(DmarcProblemKind.InvalidValue, name, value, values);
        return index;
    }

    private readonly int Percent()
    {
        if (Find("pct") is not { } value) return 100;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var percent) && percent <= 100) return percent;
        Report(DmarcProblemKind.InvalidValue, "pct", value, "0-100");
        return 100;
    }

    // fo: values of 0, 1, d and s with colons between.
    private readonly void CheckFailureOptions()
    {
        if (Find("fo") is not { } value) return;
        foreach (var range in value.AsSpan().Split(':'))
        {
            if (value.AsSpan(range).Trim() is ['0' or '1' or 'd' or 's' or 'D' or 'S']) continue;
            Report(DmarcProblemKind.InvalidValue, "fo", value, "0", "1", "d", "s", "1:d:s");
            return;
        }
    }

    private readonly List<ReportAddress> Addresses(string name)
    {
        var addresses = new List<ReportAddress>();
        if (Find(name) is not { } value) return addresses;
        foreach (var range in value.AsSpan().Split(','))
        {
            var text = value.AsSpan(range).Trim();
            if (addresses.Count == MaxReportAddresses) break;
            if (!ReportAddress.TryParse(text, out var address))
            {
                Report(DmarcProblemKind.InvalidReportAddress, name, text.ToString());
                continue;
            }
            if (address.SizeLimit.Length > 0 && _standard == DmarcStandard.Rfc9989) Report(DmarcProblemKind.ReportSize, name, text.ToString());
            addresses.Add(address);
        }
        return addresses;
    }
}
