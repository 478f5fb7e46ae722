using System.Net;
using Microsoft.Extensions.Time.Testing;
using Todoku.Sandbox.Receiving;

namespace Todoku.Sandbox.Tests.Receiving;

/// <summary>However many strangers come, what is remembered of them is bounded.</summary>
public sealed class BoundedBookTests
{
    [Fact]
    public void The_first_one_is_forgotten_first()
    {
        var book = new BoundedBook<string, int>(2);
        Assert.Equal(1, book.Change("a", 1, old => old + 1));
        Assert.Equal(1, book.Change("b", 1, old => old + 1));
        Assert.Equal(2, book.Change("a", 1, old => old + 1));
        Assert.Equal(1, book.Change("c", 1, old => old + 1));

        Assert.False(book.TryGet("a", out _));
        Assert.True(book.TryGet("b", out var b) && book.TryGet("c", out var c) && (b, c) == (1, 1));
    }

    [Fact]
    public void A_flood_is_counted_by_its_last_messages()
    {
        var time = new FakeTimeProvider();
        var traffic = new TrafficCount(2, TimeSpan.FromHours(1), time);
        var address = IPAddress.Parse("192.0.2.1");
        for (var i = 0; i < 10; i++) traffic.Add(address);
        time.Advance(TimeSpan.FromMinutes(30));
        traffic.Add(address);

        Assert.True(traffic.IsFull(address));
        time.Advance(TimeSpan.FromMinutes(31));
        Assert.False(traffic.IsFull(address));
    }
}
