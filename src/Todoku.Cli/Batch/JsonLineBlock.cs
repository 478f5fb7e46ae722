using System.Buffers;
using System.Text.Json;

namespace Todoku.Cli.Batch;

/// <summary>Whole lines of input, and the answers to them in the same order.</summary>
internal sealed class JsonLineBlock(Func<JsonLineRequest, Utf8JsonWriter, ValueTask> evaluate) : LineBlock(Capacity)
{
    /// <summary>How many lines of a block are answered side by side: while one waits for DNS, others go on.</summary>
    public const int MaxUnderway = 32;

    // Small, so that a few hundred lines are enough to keep all processors busy.
    private const int Capacity = 16 * 1024;

    private readonly ArrayBufferWriter<byte> _answers = new(Capacity);
    private readonly Stack<JsonLineSlot> _free = new();
    private readonly Queue<(JsonLineSlot Slot, Task Answering)> _underway = new();

    /// <summary>The answers, a line each.</summary>
    public ReadOnlySpan<byte> Answers => _answers.WrittenSpan;

    /// <summary>Answers all lines.</summary>
    public async Task<JsonLineBlock> AnswerAsync()
    {
        _answers.ResetWrittenCount();
        var rest = Buffer.AsMemory(0, Length);
        while (!rest.IsEmpty)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            var line = (end < 0 ? rest : rest[..end]).Trim(" \t\r"u8);
            rest = end < 0 ? default : rest[(end + 1)..];
            if (line.IsEmpty) continue;
            if (_underway.Count == MaxUnderway) await TakeFirstAsync();
            var slot = _free.TryPop(out var free) ? free : new JsonLineSlot(evaluate);
            var answering = slot.AnswerAsync(line);
            if (_underway.Count == 0 && answering.IsCompletedSuccessfully) Take(slot);
            else _underway.Enqueue((slot, answering.AsTask()));
        }
        while (_underway.Count > 0) await TakeFirstAsync();
        return this;
    }

    private async ValueTask TakeFirstAsync()
    {
        var (slot, answering) = _underway.Dequeue();
        await answering;
        Take(slot);
    }

    private void Take(JsonLineSlot slot)
    {
        _answers.Write(slot.Answer);
        _free.Push(slot);
    }
}
