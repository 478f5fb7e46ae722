using System.Text.Json;

namespace Todoku.Sandbox.Mails;

/// <summary>Writes mail as JSON (docs/sandbox.md).</summary>
public static class MailJson
{
    /// <summary>Writes a list of mails.</summary>
    public static byte[] Of(IReadOnlyList<StoredMail> mails)
    {
        ArgumentNullException.ThrowIfNull(mails);
        return Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("schema"u8, "todoku/sandbox-inbox/1"u8);
            json.WriteStartArray("mails"u8);
            foreach (var mail in mails) Mail(json, mail);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream)) write(json);
        return stream.ToArray();
    }

    private static void Mail(Utf8JsonWriter json, StoredMail mail)
    {
        json.WriteStartObject();
        json.WriteNumber("id"u8, mail.Id);
        json.WriteString("time"u8, mail.Time);
        json.WriteString("provider"u8, mail.Provider);
        json.WriteString("profile"u8, mail.Profile);
        json.WriteBoolean("accepted"u8, mail.IsAccepted);
        json.WriteString("reply"u8, mail.Reply);
        json.WriteString("rule"u8, mail.Rule);
        Texts(json, "because"u8, mail.Because);
        json.WriteString("ip"u8, mail.Address.ToString());
        Texts(json, "names"u8, mail.Names);
        Texts(json, "blocklists"u8, mail.Blocklists);
        json.WriteNumber("reputation"u8, Math.Round(mail.Score, 1));
        json.WriteString("helo"u8, mail.Hello);
        json.WriteString("sender"u8, mail.Sender);
        Texts(json, "recipients"u8, mail.Recipients);
        json.WriteString("author_domain"u8, mail.AuthorDomain);
        json.WriteString("subject"u8, mail.Subject);
        json.WriteString("authentication"u8, mail.Authentication);
        json.WriteNumber("size"u8, mail.Message?.Length ?? 0);
        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
