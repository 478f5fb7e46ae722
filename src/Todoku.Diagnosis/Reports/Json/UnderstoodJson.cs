using System.Text.Json;

namespace Todoku.Diagnosis.Reports.Json;

/// <summary>The <c>understood</c> object.</summary>
internal static class UnderstoodJson
{
    public static void Write(Utf8JsonWriter json, Understanding understood)
    {
        json.WriteStartObject("understood"u8);
        json.WriteNumber("lines"u8, understood.Lines);
        json.WriteNumber("duplicates"u8, understood.Duplicates);
        json.WriteNumber("mail_lines"u8, understood.MailLines);
        json.WriteNumber("understood_lines"u8, understood.UnderstoodLines);
        json.WriteNumber("delivery_lines"u8, understood.DeliveryLines);
        json.WriteNumber("understood_delivery_lines"u8, understood.UnderstoodDeliveryLines);
        json.WriteNumber("share"u8, Math.Round(understood.Share, 6));
        json.WriteNumber("messages_without_end"u8, understood.MessagesWithoutEnd);
        json.WriteArray("not_understood"u8, understood.NotUnderstood, WriteProgram);
        json.WriteEndObject();
    }

    private static void WriteProgram(Utf8JsonWriter json, UnknownLines lines)
    {
        json.WriteStartObject();
        json.WriteString("program"u8, lines.Program);
        json.WriteNumber("count"u8, lines.Count);
        json.WriteStrings("samples"u8, lines.Samples);
        json.WriteEndObject();
    }
}
