using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Todoku.Logs.Reading;

/// <summary>
/// Reads blocks one after the other, parses them side by side, and hands them on in the order in which they were read. No thread
/// waits for another's block: whoever finishes the block whose turn it is hands on all that are ready.
/// </summary>
internal sealed class BlockPipeline : IDisposable
{
    private readonly IBlockSource _source;
    private readonly Action<LogBlock> _commit;
    private readonly int _workers;
    private readonly Lock _reading = new();
    private readonly LogBlock?[] _ready;
    private readonly ConcurrentBag<LogBlock> _free = [];
    private readonly SemaphoreSlim _freeCount;
    private readonly CancellationTokenSource _stop;
    private long _nextRead;
    private long _nextCommit;
    private int _committing;
    private bool _ended;
    private ExceptionDispatchInfo? _error;

    /// <summary>Prepares a run.</summary>
    /// <param name="source">Where blocks come from.</param>
    /// <param name="commit">Takes parsed blocks in order, never two at once.</param>
    /// <param name="workers">Threads, at least 1.</param>
    /// <param name="ct">Stops reading; blocks read by then are still handed on.</param>
    public BlockPipeline(IBlockSource source, Action<LogBlock> commit, int workers, CancellationToken ct)
    {
        _source = source;
        _commit = commit;
        _workers = Math.Max(1, workers);
        var blocks = (_workers * 3) + 1;
        _ready = new LogBlock?[blocks];
        for (var i = 0; i < blocks; i++) _free.Add(new LogBlock());
        _freeCount = new SemaphoreSlim(blocks, blocks);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
    }

    /// <summary>Runs to the end of the source.</summary>
    public void Run()
    {
        var threads = new Thread[_workers - 1];
        for (var i = 0; i < threads.Length; i++)
        {
            threads[i] = new Thread(Work) { IsBackground = true, Name = $"log parser {i + 2}" };
            threads[i].Start();
        }
        Work();
        foreach (var thread in threads) thread.Join();
        _error?.Throw();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Dispose();
        _freeCount.Dispose();
    }

    private void Work()
    {
        try
        {
            var parser = new BlockParser();
            while (ReadNext() is { } block)
            {
                parser.Parse(block);
                Volatile.Write(ref _ready[block.Sequence % _ready.Length], block);
                CommitReady();
            }
        }
        catch (Exception error) // handed to the caller of Run; a thread of its own must not end the process
        {
            Interlocked.CompareExchange(ref _error, ExceptionDispatchInfo.Capture(error), null);
            _stop.Cancel();
        }
    }

    private LogBlock? ReadNext()
    {
        try
        {
            _freeCount.Wait(_stop.Token);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        lock (_reading)
        {
            if (_ended || _stop.IsCancellationRequested || !_free.TryTake(out var block)) return EndReading();
            block.Clear();
            if (!_source.Fill(block)) return EndReading();
            block.Sequence = _nextRead++;
            return block;
        }
    }

    private LogBlock? EndReading()
    {
        _ended = true;
        _freeCount.Release(); // wakes the next thread that waits for a block, so that it ends too
        return null;
    }

    private void CommitReady()
    {
        // After giving up the turn, look again: a block may have become ready in between.
        while (Volatile.Read(ref _ready[Volatile.Read(ref _nextCommit) % _ready.Length]) is not null)
        {
            if (Interlocked.Exchange(ref _committing, 1) == 1) return;
            try
            {
                while (TakeReady() is { } block)
                {
                    _commit(block);
                    Volatile.Write(ref _nextCommit, _nextCommit + 1);
                    _free.Add(block);
                    _freeCount.Release();
                }
            }
            finally
            {
                Volatile.Write(ref _committing, 0);
            }
        }
    }

    private LogBlock? TakeReady() => Interlocked.Exchange(ref _ready[_nextCommit % _ready.Length], null);
}
