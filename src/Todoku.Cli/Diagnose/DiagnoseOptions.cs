using System.CommandLine;
using Todoku.Cli.Commands;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Reports;
using Todoku.Diagnosis.Reports.Redaction;
using Todoku.Mail;

namespace Todoku.Cli.Diagnose;

/// <summary>What <c>diagnose</c> is asked for, checked.</summary>
internal sealed record DiagnoseOptions
{
    /// <summary><c>--offline</c>.</summary>
    public const string OfflineName = "--offline";

    public required IReadOnlyList<string> Paths { get; init; }

    public required DateTimeOffset? Since { get; init; }

    public required DateTimeOffset? Until { get; init; }

    public required TimeZoneInfo Zone { get; init; }

    public required bool Follow { get; init; }

    public required ReportFormat Format { get; init; }

    public required string? Output { get; init; }

    /// <summary>Whether DNS is not asked.</summary>
    public required bool IsOffline { get; init; }

    /// <summary>The From domain of the mail, which logs don't tell; null when none is given.</summary>
    public required DomainName? Domain { get; init; }

    /// <summary>Whether all addresses around the sending ones are looked up.</summary>
    public required bool AllNeighbours { get; init; }

    public required bool Verbose { get; init; }

    public required bool NoColor { get; init; }

    public required RedactionLevel Redaction { get; init; }

    public required string? Knowledge { get; init; }

    /// <summary>Reads and checks the options.</summary>
    /// <exception cref="UsageException">One of them is wrong.</exception>
    public static DiagnoseOptions Read(ParseResult parsed, DiagnoseSymbols symbols, CliTexts all, TimeProvider time)
    {
        var texts = all.Usage;
        CommonOptions.CheckLang(parsed.GetValue(symbols.Lang), texts, CommandExamples.Diagnose);
        var zone = ZoneOf(parsed.GetValue(symbols.TimeZone), texts);
        var now = time.GetUtcNow();
        var since = TimeOf("--since", parsed.GetValue(symbols.Since), zone, now, texts);
        var until = TimeOf("--until", parsed.GetValue(symbols.Until), zone, now, texts);
        if (until < since) throw new UsageException(texts.EmptyPeriod, CommandExamples.Diagnose);
        var output = parsed.GetValue(symbols.Output);
        var follow = parsed.GetValue(symbols.Follow);
        if (follow && output is not null) throw new UsageException(texts.NotTogether("--follow", "--output"), CommandExamples.Diagnose);
        var format = FormatOf(parsed.GetValue(symbols.Format), parsed.GetValue(symbols.Json), output, texts);
        if (follow && format.Name is not ("text" or "json")) throw new UsageException(texts.NotTogether("--follow", $"--format {format.Name}"), CommandExamples.Diagnose);
        return new DiagnoseOptions
        {
            Paths = parsed.GetValue(symbols.Paths) ?? [],
            Since = since,
            Until = until,
            Zone = zone,
            Follow = follow,
            Format = format,
            Output = output,
            IsOffline = parsed.GetValue(symbols.Offline),
            AllNeighbours = parsed.GetValue(symbols.AllNeighbours),
            Domain = DomainOf(parsed.GetValue(symbols.Domain), all.Check),
            Verbose = parsed.GetValue(symbols.Verbose),
            NoColor = parsed.GetValue(symbols.NoColor),
            Redaction = parsed.GetValue(symbols.RedactAll) ? RedactionLevel.SenderToo
                : parsed.GetValue(symbols.Redact) ? RedactionLevel.Addresses : RedactionLevel.None,
            Knowledge = parsed.GetValue(symbols.Knowledge),
        };
    }

    // An address is what people have at hand.
    private static DomainName? DomainOf(string? text, CheckTexts texts)
    {
        if (text is null) return null;
        return DomainName.TryParse(text.AsSpan(text.LastIndexOf('@') + 1), out var name)
            ? name
            : throw new UsageException(texts.BadName("--domain", text), "todoku diagnose /var/log/mail.log --domain example.com");
    }

    private static TimeZoneInfo ZoneOf(string? text, UsageTexts texts)
    {
        if (text is null) return TimeZoneInfo.Local;
        return TimeArgument.TryZone(text, out var zone) ? zone : throw new UsageException(texts.BadZone(text), "todoku diagnose mail.log --time-zone Asia/Tokyo");
    }

    private static DateTimeOffset? TimeOf(string option, string? text, TimeZoneInfo zone, DateTimeOffset now, UsageTexts texts)
    {
        if (text is null) return null;
        return TimeArgument.TryTime(text, zone, now, out var time) ? time : throw new UsageException(texts.BadTime(option, text), CommandExamples.Diagnose);
    }

    private static ReportFormat FormatOf(string? name, bool json, string? output, UsageTexts texts)
    {
        if (json && name is not (null or "json")) throw new UsageException(texts.TwoFormats(name), "todoku diagnose --json");
        name ??= json ? "json" : OfEnding(output);
        return ReportFormat.Find(name)
            ?? throw new UsageException(texts.NotOneOf("--format", name, [.. ReportFormat.All.Select(format => format.Name)]), "todoku diagnose --format html -o report.html");
    }

    private static string OfEnding(string? output) => Path.GetExtension(output)?.ToLowerInvariant() switch
    {
        ".html" or ".htm" => "html",
        ".md" or ".markdown" => "markdown",
        ".json" => "json",
        _ => "text",
    };
}
