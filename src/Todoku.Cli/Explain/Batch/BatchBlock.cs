using System.Buffers;
using System.Text.Json;
using Todoku.Cli.Batch;
using Todoku.Knowledge;

namespace Todoku.Cli.Explain.Batch;

/// <summary>Whole lines of input, and the answers to them.</summary>
internal sealed class BatchBlock(KnowledgeBase knowledge) : LineBlock(Capacity)
{
    private const int Capacity = 256 * 1024;

    private readonly BatchLine _line = new(knowledge);
    private readonly ArrayBufferWriter<byte> _answers = new(Capacity);

    /// <summary>The answers, a line each.</summary>
    public ReadOnlySpan<byte> Answers => _answers.WrittenSpan;

    /// <summary>Explains all lines.</summary>
    public BatchBlock Explain()
    {
        _answers.ResetWrittenCount();
        using var json = new Utf8JsonWriter(_answers, new JsonWriterOptions { SkipValidation = true });
        var rest = Buffer.AsSpan(0, Length);
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (line.Trim(" \t\r"u8) is { IsEmpty: false } content) _line.Explain(content, json, _answers);
        }
        return this;
    }
}
