using System.Text.Json;

namespace Todoku.Cli.Explain.Batch;

/// <summary>A text out of a JSON line, unescaped into a buffer that is used again.</summary>
internal sealed class JsonText
{
    private byte[] _buffer = new byte[1024];
    private int _length;

    /// <summary>Whether a text was given.</summary>
    public bool IsGiven { get; private set; }

    /// <summary>The text.</summary>
    public ReadOnlySpan<byte> Text => _buffer.AsSpan(0, _length);

    /// <summary>Forgets it.</summary>
    public void Clear()
    {
        IsGiven = false;
        _length = 0;
    }

    /// <summary>Reads the value of a property; anything but a text counts as not given.</summary>
    public void Read(ref Utf8JsonReader reader)
    {
        Clear();
        reader.Read();
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return;
        }
        // Unescaping never makes a text longer.
        if (_buffer.Length < reader.ValueSpan.Length) _buffer = new byte[reader.ValueSpan.Length * 2];
        _length = reader.CopyString(_buffer);
        IsGiven = true;
    }
}
