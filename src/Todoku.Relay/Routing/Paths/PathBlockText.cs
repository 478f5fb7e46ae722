using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Todoku.Knowledge;
using Todoku.Mail;
using Todoku.Relay.Queue;

namespace Todoku.Relay.Routing.Paths;

/// <summary>Writes blocks for the database and reads them again. A row that can't be read is none: the provider will say it again.</summary>
internal static class PathBlockText
{
    public static byte[] Write(PathBlock block)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("provider", block.Provider);
            writer.WriteString("path", block.Path);
            writer.WriteString("state", block.State.ToString());
            writer.WriteString("cause", block.Cause.Id);
            writer.WriteString("rule", block.RuleId);
            writer.WriteString("stage", block.Stage.ToString());
            writer.WriteString("reply", block.Reply);
            writer.WriteNumber("entry", block.Entry.Value);
            writer.WriteString("since", Text(block.Since));
            writer.WriteString("until", Text(block.Until));
            writer.WriteNumber("failures", block.Failures);
            writer.WriteNumber("step", block.Step);
            writer.WriteNumber("successes", block.Successes);
            writer.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    public static PathBlock? Read(ReadOnlyMemory<byte> text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            if (!Enum.TryParse<BlockState>(root.GetProperty("state").GetString(), out var state) || !Enum.TryParse<SmtpStage>(root.GetProperty("stage").GetString(), out var stage)) return null;
            if (!Causes.TryParse(root.GetProperty("cause").GetString() ?? "", out var cause)) return null;
            var step = root.GetProperty("step").GetInt32();
            if (step < 0 || step >= ReroutePolicy.Steps.Count) return null;
            return new PathBlock
            {
                Provider = root.GetProperty("provider").GetString() ?? "",
                Path = root.GetProperty("path").GetString() ?? "",
                State = state,
                Cause = cause,
                RuleId = root.GetProperty("rule").GetString() ?? "",
                Stage = stage,
                Reply = root.GetProperty("reply").GetString() ?? "",
                Entry = new EntryId(root.GetProperty("entry").GetInt64()),
                Since = Time(root.GetProperty("since")),
                Until = Time(root.GetProperty("until")),
                Failures = root.GetProperty("failures").GetInt32(),
                Step = step,
                Successes = root.GetProperty("successes").GetInt32(),
            };
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string Text(DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset Time(JsonElement element) => DateTimeOffset.Parse(element.GetString() ?? "", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
