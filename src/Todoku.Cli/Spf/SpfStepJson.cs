using System.Diagnostics;
using System.Text.Json;
using Todoku.Authentication.Spf;

namespace Todoku.Cli.Spf;

/// <summary>A step of an SPF check for a program (docs/spf.md).</summary>
internal static class SpfStepJson
{
    /// <summary>Writes it as an object.</summary>
    public static void Write(Utf8JsonWriter json, SpfStep step)
    {
        json.WriteStartObject();
        json.WriteNumber("depth"u8, step.Depth);
        json.WriteString("domain"u8, step.Domain);
        if (step.Term is { } term) json.WriteString("term"u8, term.Text);
        json.WriteString("outcome"u8, Word(step.Outcome));
        json.WriteNumber("lookups"u8, step.Lookups);
        json.WriteNumber("void_lookups"u8, step.VoidLookups);
        Write(json, step.Evidence);
        json.WriteEndObject();
    }

    private static string Word(SpfStepOutcome outcome) => outcome switch
    {
        SpfStepOutcome.RecordRead => "record",
        SpfStepOutcome.RecordMissing => "no_record",
        SpfStepOutcome.Matched => "match",
        SpfStepOutcome.NotMatched => "no_match",
        SpfStepOutcome.Followed => "follow",
        SpfStepOutcome.Failed => "error",
        SpfStepOutcome.Skipped => "skipped",
        _ => throw new UnreachableException(),
    };

    private static void Write(Utf8JsonWriter json, SpfEvidence evidence)
    {
        switch (evidence)
        {
            case SpfEvidence.Record record:
                json.WriteString("record"u8, record.Value.Text);
                break;
            case SpfEvidence.Ended ended:
                json.WriteString("reason"u8, SpfResultJson.ReasonId(ended.Reason));
                break;
            case SpfEvidence.Network network:
                json.WriteString("network"u8, network.Block.ToString());
                break;
            case SpfEvidence.OtherFamily other:
                json.WriteString("network"u8, other.Block.ToString());
                break;
            case SpfEvidence.Addresses addresses:
                json.WriteString("name"u8, addresses.Name);
                json.WriteNumber("prefix_length"u8, addresses.PrefixLength);
                json.WriteStartArray("hosts"u8);
                foreach (var host in addresses.Hosts)
                {
                    json.WriteStartObject();
                    json.WriteString("name"u8, host.Name);
                    json.WriteStartArray("addresses"u8);
                    foreach (var address in host.Addresses) json.WriteStringValue(address.ToString());
                    json.WriteEndArray();
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                break;
            case SpfEvidence.Existence existence:
                json.WriteString("name"u8, existence.Name);
                json.WriteBoolean("exists"u8, existence.Exists);
                break;
            case SpfEvidence.ClientNames names:
                json.WriteString("name"u8, names.Target);
                json.WriteStartArray("client_names"u8);
                foreach (var name in names.Names) json.WriteStringValue(name);
                json.WriteEndArray();
                break;
            case SpfEvidence.Verdict verdict:
                json.WriteString("name"u8, verdict.Target);
                json.WriteString("result"u8, verdict.Value.ToWord());
                break;
            case SpfEvidence.MalformedName malformed:
                json.WriteString("malformed_name"u8, malformed.Name);
                break;
        }
    }
}
