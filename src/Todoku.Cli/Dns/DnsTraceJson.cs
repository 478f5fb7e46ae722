using System.Text.Json;
using Todoku.Dns;
using Todoku.Dns.Tracing;

namespace Todoku.Cli.Dns;

/// <summary>A trace for a program (docs/dns.md).</summary>
internal static class DnsTraceJson
{
    private const int MaxRecordLength = 4096;

    /// <summary>Writes the property <c>trace</c>.</summary>
    public static void Write(Utf8JsonWriter json, TracingResolver trace)
    {
        json.WriteStartArray("trace"u8);
        foreach (var exchange in trace.Exchanges) Write(json, exchange);
        json.WriteEndArray();
        if (trace.Dropped > 0) json.WriteNumber("trace_dropped"u8, trace.Dropped);
    }

    private static void Write(Utf8JsonWriter json, DnsExchange exchange)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, exchange.Question.Name.ToString());
        json.WriteString("type"u8, exchange.Question.Type.ToString());
        switch (exchange.Answer)
        {
            case DnsAnswer.Found found:
                json.WriteString("answer"u8, "found"u8);
                json.WriteStartArray("records"u8);
                foreach (var record in found.Records) json.WriteStringValue(RecordText.Of(record, MaxRecordLength));
                json.WriteEndArray();
                json.WriteStartArray("aliases"u8);
                foreach (var alias in found.Aliases) json.WriteStringValue(alias.ToString());
                json.WriteEndArray();
                json.WriteBoolean("authenticated"u8, found.IsAuthenticated);
                json.WriteNumber("ttl"u8, (long)found.TimeToLive.TotalSeconds);
                break;
            case DnsAnswer.NoData none:
                json.WriteString("answer"u8, "nodata"u8);
                json.WriteNumber("ttl"u8, (long)none.TimeToLive.TotalSeconds);
                break;
            case DnsAnswer.NoSuchDomain none:
                json.WriteString("answer"u8, "nxdomain"u8);
                json.WriteNumber("ttl"u8, (long)none.TimeToLive.TotalSeconds);
                break;
            case DnsAnswer.Failed failed:
                json.WriteString("answer"u8, "failed"u8);
                json.WriteString("failure"u8, Word(failed.Failure));
                break;
        }
        json.WriteString("server"u8, exchange.Server);
        json.WriteBoolean("cached"u8, exchange.Answer.IsCached);
        json.WriteNumber("ms"u8, Math.Round(exchange.Elapsed.TotalMilliseconds, 3));
        json.WriteEndObject();
    }

    private static string Word(DnsFailure failure) => failure switch
    {
        DnsFailure.TimedOut => "timeout",
        DnsFailure.ServerFailure => "servfail",
        DnsFailure.Refused => "refused",
        DnsFailure.Malformed => "malformed",
        DnsFailure.AliasLoop => "alias_loop",
        DnsFailure.Unreachable => "unreachable",
        DnsFailure.Other => "other",
    };
}
