using System.Threading.Channels;
using Todoku.Cli.Batch;
using Todoku.Cli.Commands;
using Todoku.Cli.Terminal;
using Todoku.Knowledge;

namespace Todoku.Cli.Explain.Batch;

/// <summary>
/// Runs <c>explain --batch</c>: reads blocks of whole lines, explains them side by side, and writes them in the order of the input.
/// A block is taken on its way as soon as it holds a whole line, so that a program at the other end of a pipe gets its answer at once.
/// </summary>
internal sealed class BatchRun(CliConsole console, KnowledgeBase knowledge)
{
    private readonly int _workers = Math.Max(2, Environment.ProcessorCount);

    /// <summary>Runs it.</summary>
    /// <returns>The exit status.</returns>
    public int Run()
    {
        using var input = console.OpenInput();
        var pool = new BatchBlockPool(knowledge);
        // Bounded: as many blocks as keep all workers busy while one is written.
        var queue = Channel.CreateBounded<Task<BatchBlock>>(new BoundedChannelOptions(_workers * 2) { SingleReader = true, SingleWriter = true });
        using var writerGone = new CancellationTokenSource();
        var writing = Task.Run(() => WriteAsync(queue.Reader, pool, writerGone));
        try
        {
            Read(new LineBlockReader(input), pool, queue.Writer, writerGone.Token);
        }
        catch (OperationCanceledException)
        {
            // The writer failed; its own exception tells why.
        }
        queue.Writer.Complete();
        writing.GetAwaiter().GetResult();
        return ExitStatus.Fine;
    }

    private static void Read(LineBlockReader reader, BatchBlockPool pool, ChannelWriter<Task<BatchBlock>> queue, CancellationToken ct)
    {
        while (true)
        {
            var block = pool.Take();
            if (!reader.Fill(block)) return;
            var explaining = Task.Run(() => block.Explain(), ct);
            if (!queue.TryWrite(explaining)) queue.WriteAsync(explaining, ct).AsTask().GetAwaiter().GetResult();
        }
    }

    private async Task WriteAsync(ChannelReader<Task<BatchBlock>> queue, BatchBlockPool pool, CancellationTokenSource gone)
    {
        try
        {
            await foreach (var explaining in queue.ReadAllAsync(CancellationToken.None))
            {
                var block = await explaining;
                console.Output.Write(block.Answers);
                pool.Return(block);
            }
        }
        catch
        {
            await gone.CancelAsync();
            throw;
        }
    }
}
