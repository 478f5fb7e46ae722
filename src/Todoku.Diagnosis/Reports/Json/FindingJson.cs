using System.Text.Json;
using Todoku.Diagnosis.Reports.Content;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Reports.Json;

/// <summary>An item of <c>findings</c>.</summary>
public static class FindingJson
{
    internal static void Write(Utf8JsonWriter json, ReportFinding item)
    {
        var finding = item.Finding;
        json.WriteStartObject();
        json.WriteString("kind"u8, finding.Kind);
        json.WriteString("cause"u8, finding.Cause.Id);
        if (finding.Provider is { } provider) json.WriteString("provider"u8, provider.Id);
        else json.WriteNull("provider"u8);
        json.WriteString("fault"u8, FaultId(finding.Fault));
        json.WriteBoolean("current"u8, finding.IsCurrent);
        json.WriteNumber("count"u8, finding.Count);
        json.WriteNumber("messages"u8, finding.Messages);
        json.WriteNumber("recipients"u8, finding.Recipients);
        json.WriteString("since"u8, finding.Since);
        json.WriteString("until"u8, finding.Until);
        if (finding.Recovery is { } recovery) WriteRecovery(json, recovery);
        WriteIdentity(json, finding.Identity);
        WriteValues(json, finding.Values);
        json.WriteString("title"u8, item.Title);
        json.WriteKnown("conclusion"u8, item.Conclusion);
        json.WriteString("means"u8, item.Means);
        json.WriteString("verify"u8, item.Verify);
        json.WriteNumbers("explains"u8, finding.Explains);
        json.WriteStrings("evidence"u8, finding.Evidence);
        json.WriteArray("facts"u8, item.Facts, FactJson.Write);
        json.WriteArray("steps"u8, item.Steps, StepJson.Write);
        json.WriteEndObject();
    }

    /// <summary>Writes a finding as a line of JSON of its own.</summary>
    public static void WriteLine(ReportFinding item, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, SafeJson.OnOneLine)) Write(json, item);
        output.Write("\n"u8);
    }

    /// <summary>The identifier of a fault.</summary>
    public static ReadOnlySpan<byte> FaultId(Fault fault) => fault switch
    {
        Fault.Sender => "sender"u8,
        Fault.Network => "network"u8,
        Fault.Receiver => "receiver"u8,
        Fault.Recipient => "recipient"u8,
        Fault.Nobody => "nobody"u8,
    };

    // Only what is known: a missing name means "not known", never "none".
    private static void WriteIdentity(Utf8JsonWriter json, Identity identity)
    {
        json.WriteStartObject("identity"u8);
        json.WriteKnown("host"u8, identity.Host);
        json.WriteKnown("sending_ip"u8, identity.SendingIp);
        json.WriteKnown("envelope_domain"u8, identity.EnvelopeDomain);
        if (identity.EnvelopeDomains > 0) json.WriteNumber("envelope_domains"u8, identity.EnvelopeDomains);
        json.WriteKnown("submitter"u8, identity.Submitter);
        if (identity.Submitters > 0) json.WriteNumber("submitters"u8, identity.Submitters);
        json.WriteKnown("dkim_domain"u8, identity.DkimDomain);
        json.WriteKnown("dkim_selector"u8, identity.DkimSelector);
        json.WriteKnown("relay"u8, identity.Relay);
        json.WriteEndObject();
    }

    private static void WriteRecovery(Utf8JsonWriter json, Recovery recovery)
    {
        json.WriteStartObject("recovery"u8);
        json.WriteString("since"u8, recovery.Since);
        json.WriteNumber("delivered"u8, recovery.Delivered);
        json.WriteNumber("relayed"u8, recovery.Relayed);
        json.WriteKnown("relay"u8, recovery.Relay);
        json.WriteEndObject();
    }

    private static void WriteValues(Utf8JsonWriter json, IReadOnlyList<ReplyValue> values)
    {
        json.WriteStartObject("values"u8);
        foreach (var value in values.DistinctBy(value => value.Name)) json.WriteString(value.Name, value.Value);
        json.WriteEndObject();
    }
}
