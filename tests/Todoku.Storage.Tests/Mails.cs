using Todoku.Relay.Queue;

namespace Todoku.Storage.Tests;

/// <summary>Messages to queue.</summary>
internal static class Mails
{
    public static DateTimeOffset Time => QueueBench.Mails.Time;

    public static NewMessage Make(int size = 5120, int recipients = 1, string sender = "shop@example.com", string lane = "provider:google") =>
        QueueBench.Mails.Make(size, recipients, sender, lane);

    public static byte[] Content(int size) => QueueBench.Mails.Content(size);

    public static byte[] ReadAll(IMailQueue queue, QueueId id)
    {
        var content = new MemoryStream();
        var piece = new byte[queue.MaxPieceLength];
        for (var i = 0; queue.ReadContent(id, i, piece) is > 0 and var length; i++) content.Write(piece, 0, length);
        return content.ToArray();
    }

    public static async Task<List<StoredEntry>> LoadAsync(IMailQueue queue)
    {
        var entries = new List<StoredEntry>();
        var loaded = await queue.LoadAsync(entries.Add);
        Assert.IsType<Relay.Queue.Outcomes.LoadOutcome.Loaded>(loaded);
        return entries;
    }
}
