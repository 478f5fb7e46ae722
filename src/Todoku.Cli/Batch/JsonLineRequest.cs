using System.Text.Json;

namespace Todoku.Cli.Batch;

/// <summary>A line of a batch: a JSON object. Names that nobody asks for are passed over; null is the same as not given.</summary>
internal readonly struct JsonLineRequest(JsonElement line)
{
    /// <summary>Whether a value is given.</summary>
    public bool Has(string name) => Find(name) is not null;

    /// <summary>A text; null when it is not given.</summary>
    /// <exception cref="JsonLineException">It is something else.</exception>
    public string? Text(string name) => Find(name) is { } value ? TextOf(name, value) : null;

    /// <summary>A text that must be given.</summary>
    /// <exception cref="JsonLineException">It is not given, or something else.</exception>
    public string RequiredText(string name) => Text(name) ?? throw new JsonLineException($"\"{name}\" is missing");

    /// <summary>Texts, as an array or a single one; empty when they are not given.</summary>
    /// <exception cref="JsonLineException">They are something else.</exception>
    public IReadOnlyList<string> Texts(string name)
    {
        if (Find(name) is not { } value) return [];
        return value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => TextOf(name, item))] : [TextOf(name, value)];
    }

    /// <summary>A whole number, or one that is written as a text; null when it is not given.</summary>
    /// <exception cref="JsonLineException">It is something else.</exception>
    public long? Number(string name)
    {
        if (Find(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number)) return number;
        if (value.ValueKind == JsonValueKind.String && long.TryParse(TextOf(name, value), out number)) return number;
        throw new JsonLineException($"\"{name}\" is not a whole number");
    }

    /// <summary>True or false; null when it is not given.</summary>
    /// <exception cref="JsonLineException">It is something else.</exception>
    public bool? Flag(string name) => Find(name) is not { } value ? null : value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw new JsonLineException($"\"{name}\" is neither true nor false"),
    };

    /// <summary>An object; null when it is not given.</summary>
    /// <exception cref="JsonLineException">It is something else.</exception>
    public JsonLineRequest? Object(string name) => Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Object ? new JsonLineRequest(value)
        : throw new JsonLineException($"\"{name}\" is not an object");

    /// <summary>Objects in an array; empty when they are not given.</summary>
    /// <exception cref="JsonLineException">They are something else.</exception>
    public IReadOnlyList<JsonLineRequest> Objects(string name)
    {
        if (Find(name) is not { } value) return [];
        if (value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.Object))
            throw new JsonLineException($"\"{name}\" is not an array of objects");
        return [.. value.EnumerateArray().Select(item => new JsonLineRequest(item))];
    }

    private static string TextOf(string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) throw new JsonLineException($"\"{name}\" is not a text");
        try
        {
            return value.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            throw new JsonLineException($"\"{name}\" holds invalid UTF-8 or half of a surrogate pair");
        }
    }

    private JsonElement? Find(string name) => line.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
