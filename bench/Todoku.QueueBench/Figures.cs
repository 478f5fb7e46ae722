using System.Diagnostics;
using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Outcomes;
using Todoku.Storage.Sqlite;

namespace Todoku.QueueBench;

/// <summary>Measures the queue on the disk it is given.</summary>
internal static class Figures
{
    private const int Size = 5120;

    /// <summary>Durable enqueues a second.</summary>
    public static async Task EnqueueAsync(string path, int producers, int seconds)
    {
        await using var queue = await OpenAsync(path);
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, producers).Select(i => Task.Run(async () =>
        {
            var message = Mails.Make(Size, lane: $"provider:{i % 7}");
            var count = 0;
            for (; watch.Elapsed.TotalSeconds < seconds; count++)
                if (await queue.EnqueueAsync(message, default) is not EnqueueOutcome.Queued) throw new IOException("refused");
            return count;
        })));
        Console.WriteLine($"enqueue, {producers} producers: {counts.Sum() / watch.Elapsed.TotalSeconds:F0}/s");
    }

    /// <summary>Lease, begin, settle: attempts a second that deliver.</summary>
    public static async Task DeliverAsync(string path, int messages, int workers)
    {
        await FillAsync(path, messages);
        await using var queue = await OpenAsync(path);
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(async () =>
        {
            var piece = new byte[64 * 1024];
            while (queue.TryLease(10) is { } batch)
            {
                foreach (var entry in batch.Entries)
                    if (queue.Find(entry.Id.Message) is null || queue.ReadContent(entry.Id.Message, 0, piece) != Size) throw new IOException("lost");
                await queue.BeginAsync([.. batch.Entries.Select(entry => new AttemptRecord(entry.Id, Mails.Time, "192.0.2.1"))], default);
                await queue.SettleAsync([.. batch.Entries.Select(entry => new EntryOutcome.Delivered(entry.Id))], []);
            }
        })));
        Console.WriteLine($"lease, read, begin, settle {workers} workers: {messages / watch.Elapsed.TotalSeconds:F0}/s; {queue.Count} left");
    }

    /// <summary>Queues many messages to many lanes.</summary>
    public static async Task FillAsync(string path, int messages)
    {
        await using var queue = new SqliteMailQueue(new QueueOptions(path));
        const int group = 2000;
        for (var from = 0; from < messages; from += group)
        {
            var made = Enumerable.Range(from, Math.Min(group, messages - from)).Select(i =>
                queue.EnqueueAsync(Mails.Make(Size, lane: i % 3 == 0 ? $"domain:d{i % 100_000}.example" : $"provider:{i % 50}", sender: $"a@s{i % 300}.example"), default).AsTask());
            await Task.WhenAll(made);
        }
    }

    /// <summary>The start with what is queued.</summary>
    public static async Task LoadAsync(string path)
    {
        var watch = Stopwatch.StartNew();
        await using var queue = await OpenAsync(path);
        var first = queue.TryLease(10);
        Console.WriteLine($"start with {queue.Count}: {watch.Elapsed.TotalSeconds:F2} s to the first lease ({first?.Entries.Count}), {queue.Lanes().Count} lanes, "
            + $"RSS {Process.GetCurrentProcess().WorkingSet64 / 1_000_000} MB, peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000} MB");
    }

    private static ValueTask<DeliveryQueue> OpenAsync(string path) => DeliveryQueue.OpenAsync(new SqliteMailQueue(new QueueOptions(path)), new SteadyClock(TimeProvider.System));
}
