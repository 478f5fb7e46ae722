using System.Text;
using Microsoft.Extensions.Time.Testing;
using Todoku.Relay.Bounces.ReturnPaths;
using Todoku.Relay.Queue;
using Todoku.Smtp.Envelopes;

namespace Todoku.Relay.Tests.Bounces.ReturnPaths;

public sealed class ReturnPathMakerTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("0123456789abcdef");
    private static readonly byte[] OtherSecret = Encoding.ASCII.GetBytes("fedcba9876543210");

    private readonly FakeTimeProvider _time = new(SampleNotices.Accepted);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(123456789, 65535)]
    [InlineData(QueueId.MaxValue, 65535)]
    public void Names_the_entry_in_a_local_part_that_servers_take(long message, int recipient)
    {
        var entry = new EntryId(new QueueId(message), recipient);
        var maker = Maker(Secret);

        var address = Make(maker, entry);

        Assert.True(MailboxParser.TryParse(Encoding.ASCII.GetBytes(address), out var mailbox));
        Assert.InRange(mailbox!.LocalPart.Length, 1, 35);
        Assert.True(maker.IsOurs(mailbox));
        Assert.True(maker.TryRead(mailbox, out var read));
        Assert.Equal(entry, read);
        Assert.True(maker.TryRead(mailbox.LocalPart.ToUpperInvariant(), "RP.Example.COM", out read));
        Assert.Equal(entry, read);
    }

    [Fact]
    public void Believes_no_changed_character()
    {
        var maker = Maker(Secret);
        var local = Make(maker, new EntryId(new QueueId(77), 3)).Split('@')[0];
        for (var i = 0; i < local.Length; i++)
        {
            var changed = local.ToCharArray();
            changed[i] = changed[i] == '7' ? '8' : '7';
            Assert.False(maker.TryRead(changed, "rp.example.com", out _), new string(changed));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("b+")]
    [InlineData("b+-")]
    [InlineData("b+1-")]
    [InlineData("b+zzzzzzzzzzzzz-000zzzzzzzzzzzzzzzz")]
    [InlineData("b+1-0000000000000000000\u00E9")]
    [InlineData("b+\uFF11-0000000000000000000")]
    [InlineData("postmaster")]
    public void Takes_nothing_else_for_its_own(string localPart) => Assert.False(Maker(Secret).TryRead(localPart, "rp.example.com", out _));

    [Fact]
    public void Believes_no_other_domain_or_secret()
    {
        var address = Make(Maker(Secret), new EntryId(new QueueId(77), 3)).Split('@');

        Assert.False(Maker(Secret).TryRead(address[0], "example.com", out _));
        Assert.False(Maker(OtherSecret).TryRead(address[0], address[1], out _));
        Assert.False(new ReturnPathMaker(Options(Secret) with { Domain = "rp2.example.com" }, new SteadyClock(_time)).TryRead(address[0], "rp2.example.com", out _));
    }

    [Fact]
    public void Believes_an_old_secret_while_it_is_there()
    {
        var address = Make(Maker(Secret), new EntryId(new QueueId(77), 3)).Split('@');
        var rotated = Maker(OtherSecret, Secret);

        Assert.True(rotated.TryRead(address[0], address[1], out _));
        Assert.False(Maker(Secret).TryRead(Make(rotated, new EntryId(new QueueId(77), 3)).Split('@')[0], address[1], out _));
    }

    [Fact]
    public void Believes_it_for_a_month()
    {
        var maker = Maker(Secret);
        var address = Make(maker, new EntryId(new QueueId(77), 3)).Split('@');

        _time.Advance(TimeSpan.FromDays(30));
        Assert.True(maker.TryRead(address[0], address[1], out _));
        _time.Advance(TimeSpan.FromDays(2));
        Assert.False(maker.TryRead(address[0], address[1], out _));
    }

    [Fact]
    public void Takes_complaints_at_one_address()
    {
        Assert.True(MailboxParser.TryParse("FBL@rp.example.com"u8, out var mailbox));
        Assert.True(Maker(Secret).IsOurs(mailbox!));
        Assert.True(MailboxParser.TryParse("fbl@example.com"u8, out mailbox));
        Assert.False(Maker(Secret).IsOurs(mailbox!));
    }

    private static ReturnPathOptions Options(params byte[][] secrets) => new() { Domain = "rp.example.com", Secrets = [.. secrets.Select(secret => (ReadOnlyMemory<byte>)secret)] };

    private static string Make(ReturnPathMaker maker, EntryId entry) => maker.For(entry, SampleNotices.Message("a@example.com", new QueuedRecipient("b@example.net")).Envelope, "example.net", "direct");

    private ReturnPathMaker Maker(params byte[][] secrets) => new(Options(secrets), new SteadyClock(_time));
}
