using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Lanes;

namespace Todoku.Relay.Tests.Queue;

/// <summary>What all tests hold at the time would be counted too: hence alone.</summary>
[Collection(AloneCollection.Name)]
public sealed class LaneSchedulerMemoryTests
{
    private const long Start = 1_800_000_000_000;

    [Fact]
    public void A_million_entries_stay_small()
    {
        var scheduler = new LaneScheduler();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var id = 1; id <= 1_000_000; id++)
        {
            var entry = new StoredEntry
            {
                Id = new EntryId(new QueueId(id), 0),
                Lane = new LaneKey($"{id % 500}"),
                Flow = new SenderFlow($"{id % 50}"),
                Due = Start + (id % 1000),
                AcceptedAt = Start,
                Size = 0,
                State = EntryState.Waiting,
            };
            scheduler.Add(entry, Start);
        }
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;

        Assert.Equal(1_000_000, scheduler.Count);
        Assert.InRange(bytes, 0, 100_000_000);
    }
}
