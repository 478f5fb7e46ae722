using System.Text.Json;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Reports.Text;
using Todoku.Dns;
using Todoku.Dns.Tracing;

namespace Todoku.Cli.Dns;

/// <summary>The questions of one evaluation.</summary>
/// <param name="resolver">Whom the evaluation asks.</param>
/// <param name="trace">What it asked; null when nobody wants to know.</param>
/// <param name="texts">The language.</param>
internal sealed class DnsRun(IDnsResolver resolver, TracingResolver? trace, CliTexts texts)
{
    /// <summary>Whom to ask.</summary>
    public IDnsResolver Resolver => resolver;

    /// <summary>Writes the section of the trace behind a result; nothing without <c>--trace</c>.</summary>
    public void WriteTrace(TextCanvas canvas)
    {
        if (trace is not null) new DnsTraceText(canvas, texts.Dns).Write(trace);
    }

    /// <summary>Writes the property <c>trace</c> into an object; nothing without <c>--trace</c>.</summary>
    public void WriteTrace(Utf8JsonWriter json)
    {
        if (trace is not null) DnsTraceJson.Write(json, trace);
    }
}
