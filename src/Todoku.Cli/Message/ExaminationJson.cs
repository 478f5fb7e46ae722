using System.Globalization;
using System.Text.Json;
using Todoku.Authentication.Dmarc;
using Todoku.Mail.Messages.Notices;
using Todoku.Diagnosis.Messages.Routes;
using Todoku.Diagnosis.Reports.Checks;
using Todoku.Diagnosis.Reports.Json;
using Todoku.Knowledge;

namespace Todoku.Cli.Message;

/// <summary>One message for a program (docs/json.md): what <see cref="MessageJson"/> has, and all that was found out beside.</summary>
internal static class ExaminationJson
{
    private const int MaxLinks = 100;

    /// <summary>Writes the properties.</summary>
    public static void Write(Utf8JsonWriter json, MessageExamination examination)
    {
        var (message, envelope) = (examination.Message, examination.Envelope);
        MessageJson.Write(json, examination.Authentication);
        json.WriteString("kind"u8, KindOf(message.Notice.Kind));
        json.WriteNumber("number"u8, examination.Number);
        json.WriteNumber("size"u8, message.Headers.Message.Length);
        json.WriteBoolean("cut"u8, message.IsCut);
        json.WriteStartObject("envelope"u8);
        json.WriteString("ip"u8, envelope.Ip?.ToString());
        json.WriteString("ip_source"u8, SourceOf(envelope.IpSource));
        json.WriteString("sender"u8, envelope.Sender);
        json.WriteString("sender_source"u8, SourceOf(envelope.SenderSource));
        json.WriteString("helo"u8, envelope.Helo);
        json.WriteEndObject();
        json.WriteString("from_domain"u8, message.AuthorDomainName?.ToString());
        json.WriteArray("alignment"u8, examination.Authentication.Dmarc.Alignments, Write);
        json.WriteArray("received"u8, message.Hops, Write);
        json.WriteArray("parts"u8, message.Parts.Parts, static (json, part) =>
        {
            json.WriteStartObject();
            json.WriteString("type"u8, part.Type);
            json.WriteString("charset"u8, part.Charset);
            json.WriteString("encoding"u8, part.Encoding);
            json.WriteString("file_name"u8, part.FileName);
            json.WriteNumber("size"u8, part.Content.Length);
            json.WriteEndObject();
        });
        json.WriteStrings("link_hosts"u8, [.. message.Links.Select(link => link.Host).Distinct().Take(MaxLinks)]);
        if (message.Notice.Kind != MessageKind.None) WriteNotice(json, examination);
        CheckJsonReport.WriteProperties(json, examination.Report);
    }

    private static void Write(Utf8JsonWriter json, IdentifierAlignment alignment)
    {
        json.WriteStartObject();
        json.WriteString("identity"u8, alignment.Identifier.Mechanism == AuthenticationMechanism.Spf ? "spf"u8 : "dkim"u8);
        json.WriteString("domain"u8, alignment.Identifier.Domain);
        json.WriteString("result"u8, alignment.Identifier.Result);
        json.WriteBoolean("aligned"u8, alignment.IsAligned);
        json.WriteString("outcome"u8, JsonNamingPolicy.KebabCaseLower.ConvertName(alignment.Outcome.ToString()));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReceivedHop hop)
    {
        json.WriteStartObject();
        json.WriteString("from"u8, hop.From);
        json.WriteString("ip"u8, hop.Ip?.ToString());
        json.WriteString("by"u8, hop.By);
        json.WriteString("with"u8, hop.With);
        json.WriteString("time"u8, hop.Time?.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    private static void WriteNotice(Utf8JsonWriter json, MessageExamination examination)
    {
        var notice = examination.Message.Notice;
        json.WriteStartObject("notice"u8);
        json.WriteString("reporter"u8, notice.Reporter);
        json.WriteArray("recipients"u8, examination.Failures, static (json, failure) =>
        {
            var (recipient, explanation) = failure;
            json.WriteStartObject();
            json.WriteString("address"u8, recipient.Address);
            json.WriteString("action"u8, recipient.Action);
            json.WriteString("status"u8, recipient.Status);
            json.WriteString("remote_host"u8, recipient.RemoteHost);
            json.WriteString("reply"u8, recipient.Diagnostic);
            if (explanation is not null)
            {
                json.WriteString("cause"u8, explanation.Reading.Cause.Id);
                json.WriteString("provider"u8, explanation.Reading.Provider.IsKnown ? explanation.Reading.Provider.Id : "other");
                json.WriteBoolean("temporary"u8, explanation.Reading.IsTemporary);
                json.WriteString("rule"u8, explanation.Reading.RuleId);
                json.WriteString("title"u8, explanation.Title);
                json.WriteString("means"u8, explanation.Means);
                json.WriteArray("steps"u8, explanation.Steps, StepJson.Write);
            }
            json.WriteEndObject();
        });
        json.WriteStartObject("facts"u8);
        foreach (var (name, value) in notice.Facts.DistinctBy(fact => fact.Name, StringComparer.OrdinalIgnoreCase)) json.WriteString(name, value);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static ReadOnlySpan<byte> KindOf(MessageKind kind) => kind switch
    {
        MessageKind.None => "mail"u8,
        MessageKind.Bounce => "bounce"u8,
        MessageKind.Delay => "delay"u8,
        MessageKind.Delivered => "delivered"u8,
        MessageKind.Complaint => "complaint"u8,
        MessageKind.AutoReply => "auto-reply"u8,
    };

    private static ReadOnlySpan<byte> SourceOf(EnvelopeSource source) => source switch
    {
        EnvelopeSource.Unknown => "unknown"u8,
        EnvelopeSource.Given => "given"u8,
        EnvelopeSource.ReceivedSpf => "received-spf"u8,
        EnvelopeSource.Received => "received"u8,
        EnvelopeSource.ReturnPath => "return-path"u8,
    };
}
