using Todoku.Smtp.Server;

namespace Todoku.Smtp.Tests.Server;

/// <summary>Who may relay is decided by role, address and password, and by no way to write an address.</summary>
public sealed class RelayTests
{
    public static TheoryData<string> Forms { get; } =
    [
        "a@remote.example", "@local.test:a@remote.example", "@local.test,@local.test:a@remote.example", "\"user\"@remote.example", "user@[192.0.2.25]", "user@[IPv6:2001:db8::25]",
        "user@local.test.remote.example", "user@evillocal.test", "a%remote.example@local.test", "\"a@remote.example\"@local.test", "remote.example!a@local.test", "remote.example!a",
        "a%remote.example", "a@remote.example@local.test", "a@remote.example.", "user@local.test@remote.example", "\"user@local.test\"@remote.example",
    ];

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_stranger_never_does(string recipient)
    {
        foreach (var role in new[] { SmtpListenerRole.Reception, SmtpListenerRole.TrustedNetworks })
        {
            foreach (var sender in new[] { "", "user@local.test", "postmaster@local.test", "a@[127.0.0.1]" })
            {
                using var dialogue = Dialogue.Begun(Dialogue.Options(role) with { TrustedNetworks = [new(System.Net.IPAddress.Parse("10.0.0.0"), 8)] });
                dialogue.Ask($"MAIL FROM:<{sender}>");

                Assert.StartsWith("5", dialogue.Ask($"RCPT TO:<{recipient}>"), StringComparison.Ordinal);
                Assert.Equal([503], dialogue.Codes("DATA\r\n"));
            }
        }
    }

    [Theory]
    [InlineData("10.1.2.3", 250)]
    [InlineData("::ffff:10.1.2.3", 250)]
    [InlineData("11.1.2.3", 554)]
    [InlineData("2001:db8::1", 554)]
    public void A_host_of_a_trusted_network_does(string address, int code)
    {
        using var dialogue = Dialogue.Begun(
            Dialogue.Options(SmtpListenerRole.TrustedNetworks) with { TrustedNetworks = [new(System.Net.IPAddress.Parse("10.0.0.0"), 8)] }, new PipeConnection(address));

        Assert.Equal([250, code], dialogue.Codes("MAIL FROM:<>\r\nRCPT TO:<a@remote.example>\r\n"));
    }

    [Fact]
    public void Trusted_networks_mean_nothing_to_a_listener_of_another_role()
    {
        using var reception = Dialogue.Begun(Dialogue.Options() with { TrustedNetworks = [new(System.Net.IPAddress.Parse("192.0.2.0"), 24)] });
        Assert.Equal([250, 554], reception.Codes("MAIL FROM:<>\r\nRCPT TO:<a@remote.example>\r\n"));
        using var submission = Dialogue.Begun(Dialogue.Options(SmtpListenerRole.Submission) with { TrustedNetworks = [new(System.Net.IPAddress.Parse("192.0.2.0"), 24)] });
        Assert.Equal([530], submission.Codes("MAIL FROM:<>\r\n"));
    }
}
