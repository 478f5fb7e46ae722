using System.Text.Json;
using System.Threading.Channels;
using Todoku.Cli.Commands;
using Todoku.Cli.Terminal;

namespace Todoku.Cli.Batch;

/// <summary>
/// Runs <c>--batch</c>: a JSON object a line comes in, one a line goes out, with the same <c>id</c> and in the same order. A line that is
/// wrong is answered with <c>{"id":...,"error":"..."}</c>, and the batch goes on. Lines are answered as soon as they have come, so that a
/// program at the other end of a pipe can wait for each; those that have come together are answered side by side and written together.
/// </summary>
/// <param name="console">Where the lines come from and go.</param>
/// <param name="evaluate">
/// Answers one line: writes the properties of the answer, without the braces and without <c>id</c>. Is called for several lines at a time,
/// from several threads. It throws <see cref="JsonLineException"/> when the line doesn't say what it must; the answer is an error then.
/// </param>
internal sealed class JsonLines(CliConsole console, Func<JsonLineRequest, Utf8JsonWriter, ValueTask> evaluate)
{
    private readonly int _blocks = Math.Max(2, Environment.ProcessorCount) * 2;

    /// <summary>Runs it.</summary>
    /// <returns>The exit status.</returns>
    public int Run()
    {
        using var input = console.OpenInput();
        var queue = Channel.CreateBounded<Task<JsonLineBlock>>(new BoundedChannelOptions(_blocks) { SingleReader = true, SingleWriter = true });
        var free = Channel.CreateUnbounded<JsonLineBlock>();
        using var writerGone = new CancellationTokenSource();
        var writing = Task.Run(() => WriteAsync(queue.Reader, free.Writer, writerGone));
        try
        {
            Read(new LineBlockReader(input), free.Reader, queue.Writer, writerGone.Token);
        }
        catch (OperationCanceledException)
        {
            // The writer failed; its own exception tells why.
        }
        queue.Writer.Complete();
        writing.GetAwaiter().GetResult();
        return ExitStatus.Fine;
    }

    private void Read(LineBlockReader reader, ChannelReader<JsonLineBlock> free, ChannelWriter<Task<JsonLineBlock>> queue, CancellationToken ct)
    {
        while (true)
        {
            var block = free.TryRead(out var used) ? used : new JsonLineBlock(evaluate);
            if (!reader.Fill(block)) return;
            var answering = Task.Run(block.AnswerAsync, ct);
            if (!queue.TryWrite(answering)) queue.WriteAsync(answering, ct).AsTask().GetAwaiter().GetResult();
        }
    }

    private async Task WriteAsync(ChannelReader<Task<JsonLineBlock>> queue, ChannelWriter<JsonLineBlock> free, CancellationTokenSource gone)
    {
        try
        {
            await foreach (var answering in queue.ReadAllAsync(CancellationToken.None))
            {
                var block = await answering;
                console.Output.Write(block.Answers);
                free.TryWrite(block);
            }
        }
        catch
        {
            await gone.CancelAsync();
            throw;
        }
    }
}
