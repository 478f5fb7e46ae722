using System.Text;
using Todoku.Knowledge;
using Todoku.Mail;
using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Outcomes;
using Todoku.Storage.Sqlite;

namespace Todoku.QueueBench;

/// <summary>
/// A relay under load that is there to be killed: it queues messages from several sessions and delivers them, and says on its standard
/// output what it promised: "Q ID" when it would have said 250, "S ID" when the other side took the message.
/// </summary>
internal static class CrashChild
{
    private const int Sessions = 8;
    private const int Deliveries = 3;

    private static readonly Stream Output = Console.OpenStandardOutput();

    public static async Task RunAsync(string path)
    {
        var queue = await DeliveryQueue.OpenAsync(new SqliteMailQueue(new QueueOptions(path) { LeastFree = 0 }), new SteadyClock(TimeProvider.System));
        Say("R", queue.Count);
        await Task.WhenAll([.. Enumerable.Range(0, Sessions).Select(i => Task.Run(() => AcceptAsync(queue, i))), .. Enumerable.Range(0, Deliveries).Select(i => Task.Run(() => DeliverAsync(queue, i)))]);
    }

    private static async Task AcceptAsync(DeliveryQueue queue, int session)
    {
        var random = new Random(session);
        while (true)
        {
            var message = Mails.Make(size: random.Next(100) == 0 ? 300_000 : 5120, lane: $"provider:{random.Next(5)}", sender: $"a@{random.Next(3)}.example");
            var outcome = random.Next(20) == 0 ? await SpoolAsync(queue, message) : await queue.EnqueueAsync(message, default);
            if (outcome is EnqueueOutcome.Queued queued) Say("Q", queued.Id.Value);
        }
    }

    private static async Task<EnqueueOutcome> SpoolAsync(DeliveryQueue queue, NewMessage message)
    {
        await using var spool = queue.Spool();
        await spool.WriteAsync(Mails.Content(200_000), default);
        return await queue.CommitAsync(spool, message.Envelope, message.Lanes);
    }

    private static async Task DeliverAsync(DeliveryQueue queue, int number)
    {
        var random = new Random(number);
        while (true)
        {
            var batch = await queue.LeaseAsync(10, default);
            var attempts = batch.Entries.Select(entry => new AttemptRecord(entry.Id, DateTimeOffset.UnixEpoch, "192.0.2.1")).ToList();
            if (await queue.BeginAsync(attempts, default) is not WriteOutcome.Done)
            {
                queue.Return(batch.Entries.Select(entry => entry.Id));
                continue;
            }
            var outcomes = new List<EntryOutcome>();
            foreach (var entry in batch.Entries)
            {
                // Most are put off, so that the queue grows.
                if (random.Next(3) > 0)
                {
                    var result = new AttemptResult(DateTimeOffset.UnixEpoch, "192.0.2.1", Cause.Greylisted, SmtpStage.RcptTo, "450 later");
                    outcomes.Add(new EntryOutcome.Deferred(entry.Id, TimeProvider.System.GetUtcNow().AddDays(1), result));
                    continue;
                }
                Say("S", entry.Id.Message.Value);
                outcomes.Add(new EntryOutcome.Delivered(entry.Id));
            }
            await queue.SettleAsync(outcomes, []);
        }
    }

    // One write a line: what was written is in the pipe, whatever becomes of this process.
    private static void Say(string what, long number)
    {
        lock (Output) Output.Write(Encoding.ASCII.GetBytes($"{what} {number}\n"));
    }
}
