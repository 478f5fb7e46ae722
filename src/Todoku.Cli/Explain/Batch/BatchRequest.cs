using System.Text.Json;
using Todoku.Cli.Batch;

namespace Todoku.Cli.Explain.Batch;

/// <summary>A line of a batch: <c>{"id","response" and/or "log","relay","in_reply_to"}</c>. Other names are passed over. Used again for every line.</summary>
internal sealed class BatchRequest
{
    private readonly JsonText _response = new();
    private readonly JsonText _log = new();
    private readonly JsonText _relay = new();
    private readonly JsonText _inReplyTo = new();
    private byte[] _id = [];
    private int _idLength;

    /// <summary>The id as it stands in the line, quotes and all; empty when there is none.</summary>
    public ReadOnlySpan<byte> Id => _id.AsSpan(0, _idLength);

    public bool HasResponse => _response.IsGiven;

    public bool HasLog => _log.IsGiven;

    public ReadOnlySpan<byte> Response => _response.Text;

    public ReadOnlySpan<byte> Log => _log.Text;

    public ReadOnlySpan<byte> Relay => _relay.Text;

    public ReadOnlySpan<byte> InReplyTo => _inReplyTo.Text;

    /// <summary>Reads a line.</summary>
    /// <returns>What is wrong with it; null when it is right.</returns>
    public string? Read(ReadOnlySpan<byte> line)
    {
        _idLength = 0;
        _response.Clear();
        _log.Clear();
        _relay.Clear();
        _inReplyTo.Clear();
        if (line.Length >= LineBlockReader.MaxLine) return "the line is too long";
        try
        {
            var reader = new Utf8JsonReader(line);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return "the line is not a JSON object";
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName) ReadValue(ref reader, line);
            if (reader.Read()) return "something follows the JSON object";
        }
        catch (JsonException error)
        {
            return $"the line is not valid JSON, at byte {error.BytePositionInLine}";
        }
        catch (InvalidOperationException)
        {
            return "a text holds invalid UTF-8 or half of a surrogate pair";
        }
        return HasResponse || HasLog ? null : "neither \"response\" nor \"log\" is given as a text";
    }

    private void ReadValue(ref Utf8JsonReader reader, ReadOnlySpan<byte> line)
    {
        if (reader.ValueTextEquals("id"u8)) ReadId(ref reader, line);
        else if (reader.ValueTextEquals("response"u8)) _response.Read(ref reader);
        else if (reader.ValueTextEquals("log"u8)) _log.Read(ref reader);
        else if (reader.ValueTextEquals("relay"u8)) _relay.Read(ref reader);
        else if (reader.ValueTextEquals("in_reply_to"u8)) _inReplyTo.Read(ref reader);
        else reader.Skip();
    }

    private void ReadId(ref Utf8JsonReader reader, ReadOnlySpan<byte> line)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        var raw = line[start..(int)reader.BytesConsumed];
        if (_id.Length < raw.Length) _id = new byte[raw.Length * 2];
        raw.CopyTo(_id);
        _idLength = raw.Length;
    }
}
