using System.Globalization;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Reports.Text;
using Todoku.Dns;
using Todoku.Dns.Tracing;

namespace Todoku.Cli.Dns;

/// <summary>A trace for a person: every question, what came back, who said it and how long it took.</summary>
internal sealed class DnsTraceText(TextCanvas canvas, DnsTexts texts)
{
    private const int Indent = 2;
    private const int MaxRecords = 8;
    private const int MaxRecordLength = 500;

    /// <summary>Writes the section.</summary>
    public void Write(TracingResolver trace)
    {
        canvas.Section(texts.Trace);
        foreach (var exchange in trace.Exchanges) Write(exchange);
        if (trace.Dropped > 0) canvas.Line(texts.MoreQuestions(trace.Dropped), Ink.Faint, Indent);
    }

    private void Write(DnsExchange exchange)
    {
        canvas.Line($"{exchange.Question.Type} {exchange.Question.Name}", indent: Indent);
        var time = TimeSpan.Zero;
        switch (exchange.Answer)
        {
            case DnsAnswer.Found found:
                if (found.Aliases.Count > 0) canvas.Paragraph(texts.Aliases(string.Join(", ", found.Aliases)), Indent * 2);
                foreach (var record in found.Records.Take(MaxRecords)) canvas.Paragraph(RecordText.Of(record, MaxRecordLength), Indent * 2);
                if (found.Records.Count > MaxRecords) canvas.Line(texts.MoreRecords(found.Records.Count - MaxRecords), indent: Indent * 2);
                time = found.TimeToLive;
                break;
            case DnsAnswer.NoData none:
                canvas.Paragraph(texts.NoData, Indent * 2, Ink.Doubtful);
                time = none.TimeToLive;
                break;
            case DnsAnswer.NoSuchDomain none:
                canvas.Paragraph(texts.NoSuchDomain, Indent * 2, Ink.Doubtful);
                time = none.TimeToLive;
                break;
            case DnsAnswer.Failed failed:
                canvas.Paragraph(texts.Failure(failed.Failure), Indent * 2, Ink.Bad);
                break;
        }
        canvas.Line(string.Join(", ", Facts(exchange, time).Where(fact => fact.Length > 0)), Ink.Faint, Indent * 2);
    }

    private IEnumerable<string> Facts(DnsExchange exchange, TimeSpan time)
    {
        yield return exchange.Server;
        yield return exchange.Answer.IsCached ? texts.Cached : $"{exchange.Elapsed.TotalMilliseconds.ToString("0.#", CultureInfo.InvariantCulture)} ms";
        yield return exchange.Answer is DnsAnswer.Failed ? "" : $"TTL {(long)time.TotalSeconds} s";
        yield return exchange.Answer is DnsAnswer.Found { IsAuthenticated: true } ? texts.Authenticated : "";
    }
}
