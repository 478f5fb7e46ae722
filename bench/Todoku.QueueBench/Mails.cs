using Todoku.Mail;
using Todoku.Relay.Queue;

namespace Todoku.QueueBench;

/// <summary>Messages to queue.</summary>
internal static class Mails
{
    public static DateTimeOffset Time { get; } = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    public static NewMessage Make(int size = 5120, int recipients = 1, string sender = "shop@example.com", string lane = "provider:google") => new(
        new QueuedEnvelope
        {
            Sender = sender,
            SubmitterKind = SubmitterKind.LocalUser,
            Submitter = "www-data",
            AcceptedAt = Time,
            Size = size,
            Recipients = [.. Enumerable.Range(0, recipients).Select(i => new QueuedRecipient($"user{i}@example.net"))],
        },
        [.. Enumerable.Repeat(new LaneKey(lane), recipients)],
        Content(size));

    public static byte[] Content(int size)
    {
        var content = new byte[size];
        new Random(size).NextBytes(content);
        return content;
    }
}
