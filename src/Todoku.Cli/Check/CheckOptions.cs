using System.CommandLine;
using System.Net;
using Todoku.Cli.Commands;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Checks.Receivers;
using Todoku.Mail;

namespace Todoku.Cli.Check;

/// <summary>What <c>check</c> is asked for.</summary>
internal sealed record CheckOptions
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromHours(1);

    /// <summary>The From domain given; null for none.</summary>
    public required DomainName? Domain { get; init; }

    /// <summary>The sending addresses given.</summary>
    public required IReadOnlyList<IPAddress> Addresses { get; init; }

    /// <summary>The HELO name given.</summary>
    public required DomainName? Helo { get; init; }

    /// <summary>The Return-Path's domain given.</summary>
    public required DomainName? ReturnPath { get; init; }

    /// <summary>The selectors given.</summary>
    public required IReadOnlyList<string> Selectors { get; init; }

    /// <summary>Files with messages of the sender.</summary>
    public required IReadOnlyList<string> Mails { get; init; }

    /// <summary>Logs of the sending server.</summary>
    public required IReadOnlyList<string> Logs { get; init; }

    /// <summary>The receiving provider given; empty for none.</summary>
    public required string Provider { get; init; }

    /// <summary>Whether outsiders may be asked which address this host has.</summary>
    public required bool AskAddress { get; init; }

    /// <summary>Whether nothing may be taken from the host that this runs on.</summary>
    public required bool NoHost { get; init; }

    public required bool AllNeighbours { get; init; }

    /// <summary>The form in which the records to publish are printed instead of the report; empty: the report is.</summary>
    public required string Publish { get; init; }

    /// <summary>Whether to wait until the records to publish are visible.</summary>
    public required bool Wait { get; init; }

    /// <summary>For how long.</summary>
    public required TimeSpan Timeout { get; init; }

    public required bool Json { get; init; }

    public required bool Verbose { get; init; }

    public required bool NoColor { get; init; }

    public required string? Knowledge { get; init; }

    /// <summary>Reads the arguments.</summary>
    /// <exception cref="UsageException">One is wrong.</exception>
    public static CheckOptions Read(ParseResult parsed, CheckSymbols symbols, CliTexts texts)
    {
        CommonOptions.CheckLang(parsed.GetValue(symbols.Lang), texts.Usage, CommandExamples.Check);
        // There is one standard input.
        if ((parsed.GetValue(symbols.Mails) ?? []).Concat(parsed.GetValue(symbols.Logs) ?? []).Count(path => path == "-") > 1)
            throw new UsageException(texts.Usage.NotTogether("--mail -", "--log -"), CommandExamples.Check);
        return new CheckOptions
        {
            // An address is what people have at hand.
            Domain = parsed.GetValue(symbols.Domain) is { Length: > 0 } domain ? Name("DOMAIN", domain[(domain.LastIndexOf('@') + 1)..], texts) : null,
            Addresses = [.. (parsed.GetValue(symbols.Addresses) ?? []).Select(value => Address(value, texts))],
            Helo = parsed.GetValue(symbols.Helo) is { } helo ? Name("--helo", helo, texts) : null,
            ReturnPath = parsed.GetValue(symbols.ReturnPath) is { } sender ? Name("--return-path", sender[(sender.LastIndexOf('@') + 1)..].TrimEnd('>'), texts) : null,
            Selectors = [.. (parsed.GetValue(symbols.Selectors) ?? []).Select(value => Name("--selector", value, texts).ToString())],
            Mails = parsed.GetValue(symbols.Mails) ?? [],
            Logs = parsed.GetValue(symbols.Logs) ?? [],
            Provider = KnownProvider(parsed, symbols, texts),
            AskAddress = parsed.GetValue(symbols.AskAddress),
            NoHost = parsed.GetValue(symbols.NoHost),
            AllNeighbours = parsed.GetValue(symbols.AllNeighbours),
            Publish = Format(parsed, symbols, texts),
            Wait = parsed.GetValue(symbols.Wait),
            Timeout = parsed.GetValue(symbols.Timeout) is { } timeout ? Duration(timeout, texts) : DefaultTimeout,
            Json = parsed.GetValue(symbols.Json),
            Verbose = parsed.GetValue(symbols.Verbose),
            NoColor = parsed.GetValue(symbols.NoColor),
            Knowledge = parsed.GetValue(symbols.Knowledge),
        };
    }

    private static DomainName Name(string option, string value, CliTexts texts) =>
        DomainName.TryParse(value, out var name) ? name : throw new UsageException(texts.Check.BadName(option, value), CommandExamples.Check);

    private static string KnownProvider(ParseResult parsed, CheckSymbols symbols, CliTexts texts)
    {
        var provider = parsed.GetValue(symbols.Provider) ?? "";
        string[] known = [.. ReceiverRules.All.Select(rules => rules.Provider)];
        return provider.Length == 0 || known.Contains(provider, StringComparer.OrdinalIgnoreCase)
            ? provider
            : throw new UsageException(texts.Usage.NotOneOf("--provider", provider, known), CommandExamples.Check);
    }

    private static string Format(ParseResult parsed, CheckSymbols symbols, CliTexts texts)
    {
        if (parsed.GetValue(symbols.Publish) is not { } format) return "";
        if (!RecordOutput.Formats.Contains(format)) throw new UsageException(texts.Usage.NotOneOf("--publish", format, RecordOutput.Formats), CommandExamples.CheckPublish);
        if (parsed.GetValue(symbols.Json)) throw new UsageException(texts.Usage.NotTogether("--publish", "--json"), CommandExamples.CheckPublish);
        return parsed.GetValue(symbols.Wait) ? throw new UsageException(texts.Usage.NotTogether("--publish", "--wait"), CommandExamples.CheckPublish) : format;
    }

    private static TimeSpan Duration(string value, CliTexts texts) =>
        DurationArgument.TryParse(value, out var duration) ? duration : throw new UsageException(texts.Waiting.BadDuration("--timeout", value), CommandExamples.CheckWait);

    private static IPAddress Address(string value, CliTexts texts)
    {
        if (!IPAddress.TryParse(value, out var address)) throw new UsageException(texts.Check.BadAddress(value), CommandExamples.Check);
        return address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
    }
}
