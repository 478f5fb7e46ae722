using System.Text;
using CsCheck;
using Todoku.Mail;

namespace Todoku.Knowledge.Tests.Matching;

public sealed class HostileReplyTests
{
    private static readonly KnowledgeBase Knowledge = TestKnowledge.Embedded;

    [Fact]
    public void Takes_any_bytes() => Gen.Byte.Array[0, 600].Sample(All);

    [Fact]
    public void Takes_replies_with_any_bytes_changed()
    {
        var seed = Encoding.UTF8.GetBytes(
            "550-5.7.26 SPF [example.com] with ip: [192.0.2.1] = did not pass <a@example.com> 550-5.7.26 see https://example.com/(x) in 30 minutes [2001:db8::1] (S3140) id=123456 - gsmtp");
        Gen.Select(Gen.Int[0, seed.Length - 1], Gen.Byte).Array[1, 12].Sample(changes =>
        {
            var reply = seed.ToArray();
            foreach (var (at, value) in changes) reply[at] = value;
            All(reply);
        });
    }

    [Fact]
    public void Takes_a_reply_of_10_MB()
    {
        var reply = new byte[10 << 20];
        reply.AsSpan().Fill((byte)'[');
        "550 "u8.CopyTo(reply);
        All(reply);
    }

    [Fact]
    public void Reads_without_making_garbage()
    {
        var reply = "550-5.7.1 [192.0.2.1 18] Our system has detected that this message is suspicious. 550 5.7.1 abc - gsmtp"u8.ToArray();
        var host = "gmail-smtp-in.l.google.com"u8.ToArray();
        var unknown = "mx.example.org"u8.ToArray();
        ReadBoth(reply, host, unknown);
        // A collection that other tests cause counts the rest of this thread's allocation buffer; garbage of our own would be there in every round.
        Assert.Equal(0, Enumerable.Range(0, 5).Min(_ => Allocated(reply, host, unknown)));
    }

    private static long Allocated(byte[] reply, byte[] host, byte[] unknown)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) ReadBoth(reply, host, unknown);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    [Fact]
    public async Task Reads_alike_on_many_threads()
    {
        var replies = new[] { "550 5.1.1 User unknown", "451 4.7.1 Greylisted", "550 5.7.1 blocked using zen.spamhaus.org", "nothing" };
        var expected = replies.Select(reply => Knowledge.Read(reply, "mx.example.org").RuleId).ToArray();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(thread => Task.Run(() =>
        {
            for (var i = 0; i < 2000; i++) Assert.Equal(expected[(i + thread) % 4], Knowledge.Read(replies[(i + thread) % 4], "mx.example.org").RuleId);
        })));
    }

    private static void ReadBoth(byte[] reply, byte[] host, byte[] unknown)
    {
        Knowledge.Read(reply, new ReadingContext { RelayHost = host, Stage = SmtpStage.EndOfData });
        Knowledge.Read(reply, new ReadingContext { RelayHost = unknown });
        Knowledge.Read("451 4.3.0 something that nobody knows"u8, new ReadingContext { RelayHost = unknown, RecipientDomain = "example.jp"u8 });
    }

    private static void All(byte[] reply)
    {
        var reading = Knowledge.Read(reply, new ReadingContext { RelayHost = reply, RecipientDomain = reply });
        Assert.NotNull(reading.RuleId);
        Assert.NotNull(reading.Advice);
        Assert.True(Knowledge.ExtractValues(reply, reading).Count <= 32);
        Knowledge.OrganizationalDomain(reply.AsSpan(0, Math.Min(reply.Length, 1000)));
    }
}
