using System.Text.Json;
using Todoku.Authentication.Dmarc;
using Todoku.Authentication.Dmarc.Discovery;
using Todoku.Cli.Commands;
using Todoku.Cli.Dns;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Reports;
using Todoku.Diagnosis.Reports.Json;
using Todoku.Diagnosis.Reports.Text;
using Todoku.Mail;

namespace Todoku.Cli.Dmarc;

/// <summary>Runs <c>dmarc</c> for one message or one domain.</summary>
internal sealed class DmarcRun(CliConsole console, CliTexts texts, DmarcOptions options, DnsRun dns)
{
    /// <summary>Runs it.</summary>
    /// <returns>The exit status: 0 pass, 1 when something is to be mended, 3 when DNS doesn't answer.</returns>
    public int Run()
    {
        if (options.OrganizationOf is { } name)
        {
            if (options.From is not null) throw new UsageException(texts.Usage.NotTogether("--org", "--from"), CommandExamples.DmarcOrg);
            return FindOrganization(name);
        }
        if (string.IsNullOrWhiteSpace(options.From)) throw new UsageException(texts.Dmarc.NeedsFrom, CommandExamples.Dmarc);
        var result = DmarcEvaluators.For(options.Standard, dns.Resolver)
            .EvaluateAsync(FromArgument.Parse(options.From), options.Identifiers, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        Write(json => DmarcJson.Write(json, result), canvas => new DmarcText(canvas, texts).Write(result));
        return StatusOf(result.Verdict);
    }

    /// <summary>What the program ends with for a result.</summary>
    public static int StatusOf(DmarcVerdict verdict) => verdict switch
    {
        DmarcVerdict.Pass => ExitStatus.Fine,
        DmarcVerdict.TempError => ExitStatus.Unreadable,
        _ => ExitStatus.Findings,
    };

    private int FindOrganization(string name)
    {
        if (!DomainName.TryParse(name.AsSpan().Trim(), out var domain)) throw new UsageException(texts.Dmarc.BadDomain(name), CommandExamples.DmarcOrg);
        var lookup = DmarcEvaluators.FinderFor(options.Standard, dns.Resolver).FindAsync(domain, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        Write(json => OrganizationJson.Write(json, name, lookup), canvas => new DmarcText(canvas, texts).Write(lookup));
        return lookup.Rule == OrganizationRule.Unknown ? ExitStatus.Unreadable : ExitStatus.Fine;
    }

    private void Write(Action<Utf8JsonWriter> asJson, Action<TextCanvas> asText)
    {
        if (options.Json)
        {
            using (var json = new Utf8JsonWriter(console.Output, SafeJson.Indented))
            {
                json.WriteStartObject();
                asJson(json);
                dns.WriteTrace(json);
                json.WriteEndObject();
            }
            console.Output.Write("\n"u8);
            return;
        }
        var canvas = new TextCanvas(new ReportLayout { Width = console.Width(), UseColour = console.IsOutputTerminal && console.MayColour(options.NoColor) });
        asText(canvas);
        dns.WriteTrace(canvas);
        console.Write(canvas.ToString());
    }
}
