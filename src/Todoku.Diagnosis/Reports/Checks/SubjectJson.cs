using System.Text.Json;
using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Reports.Json;

namespace Todoku.Diagnosis.Reports.Checks;

/// <summary>Writes the property <c>subject</c>: whose mail was checked. A missing name means "not known".</summary>
public static class SubjectJson
{
    /// <summary>Writes it.</summary>
    public static void Write(Utf8JsonWriter json, CheckSubject subject)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(subject);
        json.WriteStartObject("subject"u8);
        json.WriteString("domain"u8, subject.Domain.ToString());
        json.WriteStrings("addresses"u8, subject.Addresses.Select(address => address.ToString()));
        json.WriteKnown("helo"u8, subject.HeloName?.ToString() ?? "");
        json.WriteKnown("return_path_domain"u8, subject.ReturnPathDomain?.ToString() ?? "");
        json.WriteArray("selectors"u8, subject.Selectors, WriteSelector);
        json.WriteKnown("relay"u8, subject.RelayHost?.ToString() ?? "");
        json.WriteKnown("local_origin"u8, subject.LocalOrigin?.ToString() ?? "");
        json.WriteKnown("provider"u8, subject.Provider);
        json.WriteStartObject("origins"u8);
        json.WriteString("domain"u8, OriginId(subject.DomainOrigin));
        if (subject.Addresses.Count > 0) json.WriteString("addresses"u8, OriginId(subject.AddressOrigin));
        if (subject.HeloName is not null) json.WriteString("helo"u8, OriginId(subject.HeloOrigin));
        if (subject.ReturnPathDomain is not null) json.WriteString("return_path_domain"u8, OriginId(subject.ReturnPathOrigin));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteSelector(Utf8JsonWriter json, SelectorHint hint)
    {
        json.WriteStartObject();
        json.WriteString("selector"u8, hint.Selector);
        json.WriteString("domain"u8, hint.Domain.ToString());
        json.WriteString("origin"u8, OriginId(hint.Origin));
        json.WriteKnown("service"u8, hint.Service);
        json.WriteEndObject();
    }

    private static ReadOnlySpan<byte> OriginId(FactOrigin origin) => origin switch
    {
        FactOrigin.Postfix => "postconf"u8,
        FactOrigin.Interface => "interface"u8,
        FactOrigin.Outside => "outside"u8,
        FactOrigin.Message => "message"u8,
        _ => "given"u8,
    };

    private static ReadOnlySpan<byte> OriginId(SelectorOrigin origin) => origin switch
    {
        SelectorOrigin.Given => "given"u8,
        SelectorOrigin.Log => "log"u8,
        SelectorOrigin.Message => "message"u8,
        SelectorOrigin.Configuration => "configuration"u8,
        SelectorOrigin.Dns => "dns"u8,
        _ => "guess"u8,
    };
}
