using System.Net;
using Microsoft.Extensions.Time.Testing;
using Todoku.Relay.Routing.Destinations;
using Todoku.Smtp.Client.Connecting;

namespace Todoku.Relay.Tests.Routing.Destinations;

public sealed class FamilyMemoryTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly FamilyMemory _memory;

    public FamilyMemoryTests() => _memory = new FamilyMemory(_time);

    [Fact]
    public void Nothing_changes_while_all_is_well() => Assert.Equal("2001:db8::1 192.0.2.1", Order("2001:db8::1", "192.0.2.1"));

    [Fact]
    public void An_address_that_failed_goes_behind_the_others_for_a_while()
    {
        Report("192.0.2.1", ConnectFailure.TimedOut);
        Assert.Equal("192.0.2.2 192.0.2.1", Order("192.0.2.1", "192.0.2.2"));

        _time.Advance(FamilyMemory.AddressPause);

        Assert.Equal("192.0.2.1 192.0.2.2", Order("192.0.2.1", "192.0.2.2"));
    }

    [Fact]
    public void One_server_that_is_down_says_nothing_of_its_family()
    {
        for (var i = 0; i < 20; i++) Report("2001:db8::9", ConnectFailure.TimedOut);

        Assert.Equal("2001:db8::1 192.0.2.1", Order("2001:db8::1", "192.0.2.1"));
    }

    [Fact]
    public void A_family_that_fails_goes_last_until_its_time_is_over()
    {
        FailSix();
        Assert.Equal("192.0.2.1 2001:db8::1", Order("2001:db8::1", "192.0.2.1"));

        _time.Advance(FamilyMemory.FamilyPause);

        Assert.Equal("2001:db8::1 192.0.2.1", Order("2001:db8::1", "192.0.2.1"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(ConnectFailure.Refused)]
    public void A_family_that_answers_works(ConnectFailure? answer)
    {
        FailSix();

        Report("2001:db8::7", answer);

        Assert.Equal("2001:db8::1 192.0.2.1", Order("2001:db8::1", "192.0.2.1"));
    }

    [Theory]
    [InlineData(ConnectFailure.Cancelled)]
    [InlineData(ConnectFailure.OutOfResources)]
    [InlineData(ConnectFailure.SourceNotHere)]
    public void Trouble_of_this_machine_says_nothing_of_others(ConnectFailure failure)
    {
        for (var i = 1; i < 9; i++) Report($"2001:db8::{i}", failure);

        Assert.Equal("2001:db8::1 192.0.2.1", Order("2001:db8::1", "192.0.2.1"));
    }

    private void FailSix()
    {
        for (var i = 0; i < FamilyMemory.FamilyFailures; i++) Report($"2001:db8:f::{i}", ConnectFailure.TimedOut);
    }

    private void Report(string address, ConnectFailure? failure) => _memory.Report(IPAddress.Parse(address), failure);

    private string Order(params string[] addresses)
    {
        var parsed = addresses.Select(IPAddress.Parse).ToArray();
        _memory.Order(parsed);
        return string.Join<IPAddress>(' ', parsed);
    }
}
