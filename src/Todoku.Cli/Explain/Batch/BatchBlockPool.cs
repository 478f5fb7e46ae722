using System.Collections.Concurrent;
using Todoku.Knowledge;

namespace Todoku.Cli.Explain.Batch;

/// <summary>Blocks to use again, so that millions of lines make no garbage.</summary>
internal sealed class BatchBlockPool(KnowledgeBase knowledge)
{
    private readonly ConcurrentBag<BatchBlock> _free = [];

    /// <summary>An empty block.</summary>
    public BatchBlock Take() => _free.TryTake(out var block) ? block : new BatchBlock(knowledge);

    /// <summary>Gives a block back.</summary>
    public void Return(BatchBlock block) => _free.Add(block);
}
